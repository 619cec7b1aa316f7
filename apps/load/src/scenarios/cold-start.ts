import type { Row } from '../report/rows.ts'
import type { Hall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'
import { bytesInBook } from './storms.ts'

export const coldStart: Scenario = {
  name: 'cold-start',
  about:
    'The server is started again on a folder with eight books of a megabyte: until somebody has the first, and all.',
  peers: [],
  columns: ['historyBytes', 'ready', 'firstBook', 'allBooks', 'serverLoopMax', 'serverRss'],
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', {}, (hall) => startedAgain(stage, hall))
  },
}

async function startedAgain(stage: Stage, hall: Hall): Promise<Pick<Row, 'figures' | 'limit'>> {
  const books = Array.from({ length: 8 }, (_, i) => i)
  const bytes = await bytesInBook(hall, stage, books)
  // They have logged in before: it is the server's start that counts.
  const seats = await hall.people({ group: 'first', count: 8, books, as: 'reader' })
  const ready = await hall.system.restart()
  const began = performance.now()
  const there = seats.map((seat) => ({ ...seat, server: hall.system.server() }))
  const first = await hall.crowd.come(there.slice(0, 1), 20_000)
  const firstBook = ready + performance.now() - began
  const others = await hall.crowd.come(there.slice(1), 20_000)
  const server = hall.system.process
  const loop = (await hall.serverReport())?.loop ?? null
  if (first.inSync + others.inSync < 8) throw new Error('not all books were served after the start')
  return {
    figures: {
      historyBytes: bytes / 1024,
      ready: ready / 1000,
      firstBook: firstBook / 1000,
      allBooks: (ready + performance.now() - began) / 1000,
      serverLoopMax: loop?.max ?? null,
      serverRss: (server?.mark()?.rss ?? 0) / 2 ** 20,
    },
    limit: null,
  }
}
