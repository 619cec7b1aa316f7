import type { KindName } from './kinds.ts'
import type { Row } from './rows.ts'

/** A figure that we want to reach, in our own words. */
interface Target {
  readonly what: string
  readonly wanted: string
  /** The figure as measured, and how it stands; `null` when it was not measured. */
  readonly of: (rows: readonly Row[]) => { readonly value: number; readonly limit: string | null } | null
  readonly holds: (value: number) => boolean
  readonly unit: string
  readonly digits: number
}

interface Bound {
  readonly atMost?: number
  readonly atLeast?: number
  readonly unit?: string
  readonly digits?: number
}

/** One figure of our own server in one scenario. */
const ours = (what: string, scenario: string, variant: string, kind: KindName, bound: Bound): Target =>
  target(what, bound, (rows) => {
    const row = rows.find((one) => one.scenario === scenario && one.variant === variant && one.system === 'witboek')
    const value = row?.figures[kind]
    return row && value !== undefined && value !== null ? { value, limit: row.limit } : null
  })

function target(what: string, { atMost, atLeast, unit = '', digits = 0 }: Bound, of: Target['of']): Target {
  const [word, bound] = atMost === undefined ? ['≥', atLeast ?? 0] : ['≤', atMost]
  return {
    what,
    wanted: `${word} ${bound.toLocaleString('en')}${unit && ` ${unit}`}`,
    of,
    holds: (value) => (atMost === undefined ? value >= bound : value <= bound),
    unit,
    digits,
  }
}

const evening = 'typing-evening'

/** What all letters of an evening cost our server, against what they cost a relay that only passes them on. */
const againstRelay: Target['of'] = (rows) => {
  const of = (system: Row['system']) =>
    rows.find((row) => row.scenario === evening && row.variant === 'all type' && row.system === system)
  const [own, relay] = [of('witboek'), of('relay')]
  const [ownCpu, relayCpu] = [own?.figures.serverCpu, relay?.figures.serverCpu]
  return ownCpu && relayCpu ? { value: ownCpu / relayCpu, limit: own?.limit ?? relay?.limit ?? null } : null
}

const ms = { unit: 'ms', digits: 1 }
const percent = { unit: '% of a core' }

const targets: readonly Target[] = [
  ours('Typists on one core, in 8 books, who see each other within 100 ms', 'most-typists', '', 'typists', {
    atLeast: 1_000,
  }),
  ours('8 books × 28, all typing: 99 of 100 letters seen', evening, 'all type', 'seenP99', { atMost: 30, ...ms }),
  ours('… processor', evening, 'all type', 'serverCpu', { atMost: 45, ...percent }),
  ours('… with a quarter typing: processor', evening, 'a quarter types', 'serverCpu', { atMost: 15, ...percent }),
  target('… against a bare relay: processor', { atMost: 1.5, unit: '×', digits: 2 }, againstRelay),
  ours('220 in one book, 30 typing: 99 of 100 letters seen', 'one-big-book', '', 'seenP99', { atMost: 25, ...ms }),
  ours('… processor', 'one-big-book', '', 'serverCpu', { atMost: 45, ...percent }),
  ours('400 writers × 2/s in one book: 95 of 100 seen', 'many-writers', '', 'seenP95', { atMost: 80, ...ms }),
  ours('… 99 of 100 seen', 'many-writers', '', 'seenP99', { atMost: 150, ...ms }),
  ours('Durable acknowledgements', 'durable', '1,000 a second', 'savedPerSecond', { atLeast: 1_000, unit: '/s' }),
  ours('… 99 of 100 within', 'durable', '1,000 a second', 'savedP99', { atMost: 50, ...ms }),
  ours('One writer at 25/s, 2,000 observers: 99 of 100 seen', 'observers', '', 'seenP99', { atMost: 60, ...ms }),
  ours('220 in one book, 4 caret moves/s each: 99 of 100 seen', 'presence', '220 in one book, 4 moves/s', 'caretsP99', {
    atMost: 50,
    ...ms,
  }),
  ours('… processor', 'presence', '220 in one book, 4 moves/s', 'serverCpu', { atMost: 40, ...percent }),
  ours('1,000 people in 8 books, 1 caret move/s: processor', 'presence', '1,000 in 8 books, 1 move/s', 'serverCpu', {
    atMost: 20,
    ...percent,
  }),
  ours('2,000 people join 8 books of 1 MB: all in sync', 'join-storm', '', 'allInSync', {
    atMost: 8,
    unit: 's',
    digits: 2,
  }),
  ours('… longest stall', 'join-storm', '', 'serverLoopMax', { atMost: 100, unit: 'ms' }),
  ours('2,000 reconnect with nothing new: all in sync', 'reconnect-storm', '', 'allInSync', {
    atMost: 8,
    unit: 's',
    digits: 2,
  }),
  ours('… loop delay, 99 of 100', 'reconnect-storm', '', 'serverLoopP99', { atMost: 100, ...ms }),
  ours('50 sockets stop reading: the others’ p99 against before', 'slow-readers', '', 'seenRatio', {
    atMost: 1.1,
    unit: '×',
    digits: 2,
  }),
  ours('50,000 words / 200,000 operations opened: all there after the first byte', 'cold-open', '', 'fullText', {
    atMost: 100,
    ...ms,
  }),
  ours('Restart with 8 books of 1 MB: first book served', 'cold-start', '', 'firstBook', {
    atMost: 1,
    unit: 's',
    digits: 2,
  }),
  ours('220 ballots from one address in 10 s: 95 of 100 counted within', 'ballots', 'within 10 s', 'ballotP95', {
    atMost: 1_000,
    ...ms,
  }),
  ours('Memory per line', 'memory', '', 'perConnection', { atMost: 30, unit: 'kB', digits: 1 }),
  ours('Memory with 100 books of 100 kB open', 'memory', '', 'rssBooks', { atMost: 200, unit: 'MB' }),
]

interface Judgement {
  readonly what: string
  readonly wanted: string
  readonly measured: string
  readonly verdict: string
}

/** Met or not, and what to think of it. A generator that gave out makes a "not met" doubtful, and a "met" even stronger. */
export function judge(rows: readonly Row[]): readonly Judgement[] {
  return targets.map(({ what, wanted, of, holds, unit, digits }) => {
    const found = of(rows)
    if (!found) return { what, wanted, measured: '–', verdict: 'not measured' }
    const { value, limit } = found
    const measured = `${value.toFixed(digits)}${unit && ` ${unit}`}`
    const verdict = holds(value) ? 'met' : 'not met'
    return { what, wanted, measured, verdict: limit === null ? verdict : `${verdict}; ${limit}` }
  })
}
