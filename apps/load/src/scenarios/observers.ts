import type { Scenario } from './scenario.ts'
import { typing, typingColumns } from './typing.ts'

export const observers: Scenario = {
  name: 'observers',
  about: 'One writes, 25 letters a second, and two thousand look on.',
  peers: ['relay'],
  columns: typingColumns,
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, (hall) =>
      typing(stage, hall, {
        books: 1,
        perBook: 2_000,
        typistsPerBook: 1,
        lettersPerSecond: 25,
        carets: 0,
        seconds: 8,
      }),
    )
  },
}
