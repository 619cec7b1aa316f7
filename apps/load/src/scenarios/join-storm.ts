import type { Scenario } from './scenario.ts'
import { bytesInBook, patience, storm, stormColumns } from './storms.ts'

export const joinStorm: Scenario = {
  name: 'join-storm',
  about: 'Two thousand people open eight books, each with a past of a megabyte, at the same moment.',
  peers: ['y-websocket', 'hocuspocus'],
  columns: stormColumns,
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, async (hall) => {
      const books = Array.from({ length: 8 }, (_, i) => i)
      const bytes = await bytesInBook(hall, stage, books)
      const group = { group: 'joiners', count: stage.count(2_000, 16), books, as: 'reader', witnesses: 8 } as const
      const people = await hall.people(group)
      const { figures, limit } = await storm(hall, () => hall.crowd.come(people, patience))
      const copies = await hall.compareCopies(books)
      return { figures: { ...figures, ...copies, historyBytes: bytes / 1024 }, limit }
    })
  },
}
