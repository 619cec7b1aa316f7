import type { Scenario } from './scenario.ts'
import { typing, typingColumns } from './typing.ts'

export const manyWriters: Scenario = {
  name: 'many-writers',
  about: 'Four hundred people write in one book at the same time, two letters a second each, without carets.',
  peers: [],
  columns: typingColumns,
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, (hall) =>
      typing(stage, hall, {
        books: 1,
        perBook: 400,
        typistsPerBook: 400,
        lettersPerSecond: 2,
        carets: 0,
        seconds: 8,
      }),
    )
  },
}
