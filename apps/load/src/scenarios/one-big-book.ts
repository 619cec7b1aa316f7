import type { Scenario } from './scenario.ts'
import { typing, typingColumns } from './typing.ts'

export const oneBigBook: Scenario = {
  name: 'one-big-book',
  about: 'Everyone in one book: 220 people, of whom 30 type five letters a second with a caret move each.',
  peers: ['relay', 'relay-tick', 'y-websocket', 'hocuspocus'],
  columns: typingColumns,
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, (hall) =>
      typing(stage, hall, {
        books: 1,
        perBook: 220,
        typistsPerBook: 30,
        lettersPerSecond: 5,
        carets: 'per letter',
        seconds: 8,
      }),
    )
  },
}
