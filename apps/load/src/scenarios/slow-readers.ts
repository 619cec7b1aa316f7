import type { Scenario } from './scenario.ts'
import type { Hall } from './hall.ts'
import type { Stage } from './stage.ts'

const pasted = 20_000

export const slowReaders: Scenario = {
  name: 'slow-readers',
  about:
    'Fifty people type in one book and some paste whole pages and take them out again, so that a megabyte a second goes to ' +
    'everyone. Fifty sockets more stop reading. Their share of memory must stay bounded, and the others must not notice.',
  peers: [],
  columns: [
    'people',
    'seenBefore',
    'seenP99',
    'seenRatio',
    'rssBefore',
    'rssAfter',
    'serverCpu',
    'slowClosed',
    'slowCaughtUp',
    'bytesPerPerson',
    'generatorCpu',
    'unacknowledged',
    'copiesOff',
  ],
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, (hall) => withSlowOnes(stage, hall))
  },
}

async function withSlowOnes(stage: Stage, hall: Hall) {
  const seconds = stage.seconds(15)
  const typists = stage.count(50)
  const common = { books: [0], as: 'writer' } as const
  await hall.crowd.come(
    [
      ...(await hall.people({ ...common, group: 'typists', count: typists, witnesses: 2 })),
      ...(await hall.people({ ...common, group: 'pasting', count: stage.count(25, 5) })),
      ...(await hall.people({ ...common, group: 'slow', count: stage.count(50), as: 'reader' })),
    ],
    30_000,
  )
  const start = async () => {
    await hall.crowd.act({ group: 'typists', lettersPerSecond: 5, carets: 'per letter' })
    await hall.crowd.act({ group: 'pasting', lettersPerSecond: 4, carets: 0, paste: pasted })
  }
  const deliveries = typists * 5 * typists * 2.5
  await start()
  const without = await hall.measure(seconds, deliveries)
  await hall.crowd.reading('slow', false)
  await start()
  const { figures, limit } = await hall.measure(seconds, deliveries)
  const stuck = await hall.crowd.present('slow')
  await hall.crowd.reading('slow', true)
  await hall.crowd.rest(20_000)
  const later = await hall.crowd.present('slow')
  return {
    figures: {
      ...figures,
      seenBefore: without.figures.seenP99 ?? null,
      seenRatio: ratio(figures.seenP99, without.figures.seenP99),
      rssBefore: without.figures.serverRss ?? null,
      rssAfter: figures.serverRss ?? null,
      slowClosed: later.lost,
      slowCaughtUp: later.here,
      ...(await hall.compareCopies([0])),
    },
    limit: limit ?? without.limit,
    notes: stuck.lost > 0 ? [`${stuck.lost} were ended while they did not read`] : [],
  }
}

const ratio = (one: number | null | undefined, other: number | null | undefined): number | null =>
  one && other ? one / other : null
