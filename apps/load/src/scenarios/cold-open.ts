import { Latencies } from '../measure/latencies.ts'
import type { Row } from '../report/rows.ts'
import { wireOf } from '../systems/names.ts'
import type { Hall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

export const coldOpen: Scenario = {
  name: 'cold-open',
  about:
    'A book of fifty thousand words, written in two hundred thousand operations, is opened by the first person after the ' +
    'server was started: how long after its first byte is everything there.',
  peers: ['hocuspocus'],
  columns: ['historyBytes', 'letters', 'firstByte', 'fullText', 'builtText', 'serverLoopMax', 'serverRss'],
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', {}, (hall) => opened(stage, hall))
  },
}

async function opened(stage: Stage, hall: Hall): Promise<Pick<Row, 'figures' | 'limit'>> {
  const parts = wireOf[hall.name] === 'book' ? 6 : 1
  const share = Math.min(1, stage.scale) / parts
  const history = { seed: 50, paragraphs: Math.ceil(260 * share), operations: Math.ceil(200_000 * share), writers: 30 }
  const bytes = await hall.history([0], history)
  const seats = await hall.people({ group: 'first', count: 1, books: [0], as: 'reader', witnesses: 1 })
  await hall.system.restart()
  const arrival = await hall.crowd.come(
    seats.map((seat) => ({ ...seat, server: hall.system.server() })),
    20_000,
  )
  if (arrival.inSync !== 1) throw new Error('the book did not open')
  const [all, afterFirst] = [Latencies.from(arrival.times).max ?? 0, Latencies.from(arrival.afterFirstByte).max ?? 0]
  const copies = await hall.crowd.copies()
  const server = hall.system.process
  return {
    figures: {
      historyBytes: bytes / 1024,
      letters: copies.reduce((sum, copy) => sum + copy.letters, 0),
      firstByte: all - afterFirst,
      fullText: afterFirst,
      builtText: copies.reduce((sum, copy) => sum + copy.builtMs, 0),
      serverLoopMax: (await hall.serverReport())?.loop.max ?? null,
      serverRss: (server?.mark()?.rss ?? 0) / 2 ** 20,
    },
    limit: null,
  }
}
