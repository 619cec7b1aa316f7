import type { Arrival } from '../generator/orders.ts'
import { Latencies } from '../measure/latencies.ts'
import type { HistoryPlan } from '../people/plans.ts'
import type { Figures } from '../report/kinds.ts'
import type { Row } from '../report/rows.ts'
import { wireOf } from '../systems/names.ts'
import type { Hall } from './hall.ts'
import type { Stage } from './stage.ts'

/** Nobody waits longer than this (ms) for a book. */
export const patience = 20_000

/** A past of about a megabyte per book: in ours dealt over its six sections, elsewhere in one document. */
function longHistory(stage: Stage, hall: Hall): HistoryPlan {
  const parts = wireOf[hall.name] === 'book' ? 6 : 1
  const share = Math.max(0.02, Math.min(1, stage.scale)) / parts
  return { seed: 2011, paragraphs: Math.ceil(300 * share), operations: Math.ceil(200_000 * share), writers: 30 }
}

export const bytesInBook = (hall: Hall, stage: Stage, books: readonly number[]): Promise<number> =>
  hall.history(books, longHistory(stage, hall))

/** How an arrival went, and what it cost the server. */
export async function storm(hall: Hall, arrive: () => Promise<Arrival>): Promise<Pick<Row, 'figures' | 'limit'>> {
  // The people arrive while all are measured; the measuring itself is over as soon as they are there.
  const server = hall.system.process
  await server?.asks('restart')
  await hall.crowd.measure(1)
  const before = server?.mark() ?? null
  const arrival = await arrive()
  const after = server?.mark() ?? null
  const costs = await hall.crowd.stopMeasuring()
  const loop = (await hall.serverReport())?.loop ?? null
  const times = Latencies.from(arrival.times)
  const figures: Figures = {
    people: arrival.asked,
    inSync: arrival.inSync,
    lost: arrival.asked - arrival.inSync,
    syncP50: inSeconds(times.percentile(0.5)),
    allInSync: arrival.inSync === arrival.asked ? arrival.allMs / 1000 : null,
    serverCpu: before && after ? (100 * (after.cpuMs - before.cpuMs)) / (after.at - before.at) : null,
    serverLoopP99: loop?.p99 ?? null,
    serverLoopMax: loop?.max ?? null,
    serverRss: after ? after.rss / 2 ** 20 : null,
    generatorCpu: Math.max(...costs.map(({ cpu }) => cpu)),
  }
  return { figures, limit: busy(figures) }
}

/** A storm keeps everybody busy: the generator is the limit only when it is so more than the server. */
function busy({ generatorCpu, serverCpu }: Figures): string | null {
  if (!generatorCpu || generatorCpu < 90 || (serverCpu ?? 0) >= generatorCpu) return null
  return `the generator used ${Math.round(generatorCpu)} % of its core, the server ${Math.round(serverCpu ?? 0)} %`
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000)

export const stormColumns = [
  'people',
  'historyBytes',
  'inSync',
  'lost',
  'syncP50',
  'allInSync',
  'serverCpu',
  'serverLoopP99',
  'serverLoopMax',
  'serverRss',
  'generatorCpu',
  'copiesOff',
] as const
