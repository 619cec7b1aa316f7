import type { Scenario } from './scenario.ts'
import { bytesInBook, patience, storm, stormColumns } from './storms.ts'

export const reconnectStorm: Scenario = {
  name: 'reconnect-storm',
  about:
    'Two thousand people in eight books of a megabyte lose their line at the same moment, and come back at once with ' +
    'everything they had and nothing new.',
  peers: ['y-websocket', 'hocuspocus'],
  columns: stormColumns,
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, async (hall) => {
      const books = Array.from({ length: 8 }, (_, i) => i)
      const bytes = await bytesInBook(hall, stage, books)
      const count = stage.count(2_000, 16)
      const people = await hall.people({ group: 'all', count, books, as: 'reader' })
      // They come in small companies: here it is the coming back that counts.
      for (let i = 0; i < people.length; i += 100) await hall.crowd.come(people.slice(i, i + 100), patience)
      const { figures, limit } = await storm(hall, () => hall.crowd.comeAgain(patience))
      return { figures: { ...figures, historyBytes: bytes / 1024 }, limit }
    })
  },
}
