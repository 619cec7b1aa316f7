/** What can be measured, and how it is written. */
interface Kind {
  readonly title: string
  readonly unit: string
  readonly digits?: number
}

const kinds = {
  people: { title: 'people', unit: '' },
  typists: { title: 'typists', unit: '' },
  seenP50: { title: 'seen p50', unit: 'ms', digits: 1 },
  seenP95: { title: 'seen p95', unit: 'ms', digits: 1 },
  seenP99: { title: 'seen p99', unit: 'ms', digits: 1 },
  seenRatio: { title: 'p99 with / without them', unit: '', digits: 2 },
  seenBefore: { title: 'seen p99 without them', unit: 'ms', digits: 1 },
  caretsP50: { title: 'carets p50', unit: 'ms', digits: 1 },
  caretsP99: { title: 'carets p99', unit: 'ms', digits: 1 },
  savedP50: { title: 'acknowledged p50', unit: 'ms', digits: 1 },
  savedP99: { title: 'acknowledged p99', unit: 'ms', digits: 1 },
  savedPerSecond: { title: 'acknowledged', unit: '/s' },
  serverCpu: { title: 'server CPU', unit: '%' },
  serverLoopP99: { title: 'server loop p99', unit: 'ms', digits: 1 },
  serverLoopMax: { title: 'longest stall', unit: 'ms' },
  serverRss: { title: 'server memory', unit: 'MB' },
  lettersPerSecond: { title: 'letters', unit: '/s' },
  caretMovesPerSecond: { title: 'caret moves', unit: '/s' },
  messagesPerSecond: { title: 'received', unit: 'messages/s' },
  bytesPerPerson: { title: 'to each', unit: 'kB/s', digits: 1 },
  inSync: { title: 'in sync', unit: '' },
  lost: { title: 'lost', unit: '' },
  syncP50: { title: 'in sync p50', unit: 's', digits: 2 },
  allInSync: { title: 'all in sync', unit: 's', digits: 2 },
  historyBytes: { title: 'history per book', unit: 'kB' },
  firstByte: { title: 'first byte', unit: 'ms' },
  fullText: { title: 'all there after first byte', unit: 'ms', digits: 1 },
  builtText: { title: 'text put together', unit: 'ms' },
  letters: { title: 'letters in it', unit: '' },
  ready: { title: 'ready', unit: 's', digits: 2 },
  firstBook: { title: 'first book served', unit: 's', digits: 2 },
  allBooks: { title: 'all books served', unit: 's', digits: 2 },
  slowClosed: { title: 'ended as too slow', unit: '' },
  slowCaughtUp: { title: 'caught up later', unit: '' },
  rssBefore: { title: 'memory before', unit: 'MB' },
  rssAfter: { title: 'memory with them', unit: 'MB' },
  rssBase: { title: 'memory after they left', unit: 'MB' },
  rssBooks: { title: 'with all books open', unit: 'MB' },
  openBooks: { title: 'books', unit: '' },
  perConnection: { title: 'per connection', unit: 'kB', digits: 1 },
  heldPerConnection: { title: 'of which in use', unit: 'kB', digits: 1 },
  perBook: { title: 'per open book', unit: 'kB' },
  heldPerBook: { title: 'of which in use', unit: 'kB' },
  generatorCpu: { title: 'generator CPU', unit: '%' },
  generatorLoopP99: { title: 'generator loop p99', unit: 'ms', digits: 1 },
  ballots: { title: 'ballots counted', unit: '' },
  doubles: { title: 'counted twice', unit: '' },
  ballotP50: { title: 'counted p50', unit: 'ms', digits: 1 },
  ballotP95: { title: 'counted p95', unit: 'ms', digits: 1 },
  ballotMax: { title: 'longest', unit: 'ms' },
  setAside: { title: 'refused', unit: '' },
  unacknowledged: { title: 'never acknowledged', unit: '' },
  copies: { title: 'copies compared', unit: '' },
  copiesOff: { title: 'copies that differ', unit: '' },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/** `null`: not known here, as the memory of a server that runs elsewhere. */
export type Figures = Readonly<Partial<Record<KindName, number | null>>>

export function written(name: KindName, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  const { digits = 0 }: Kind = kinds[name]
  // A third figure of a number in the hundreds is noise.
  return value.toFixed(value >= 100 ? 0 : digits)
}

export const headed = (name: KindName): string => {
  const { title, unit }: Kind = kinds[name]
  return unit ? `${title}, ${unit}` : title
}
