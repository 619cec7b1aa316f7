import type { Scenario } from './scenario.ts'
import { typing, typingColumns } from './typing.ts'

const evening = { books: 8, perBook: 28, lettersPerSecond: 5, carets: 'per letter', seconds: 8 } as const

export const typingEvening: Scenario = {
  name: 'typing-evening',
  about:
    'The evening of eight theme groups: 28 people in each of 8 books, five letters a second and a caret move with each ' +
    'letter; once with all of them typing, once with a quarter.',
  peers: ['relay', 'relay-tick', 'y-websocket', 'y-websocket-leveldb', 'hocuspocus'],
  columns: typingColumns,
  async play(stage, systems) {
    const variants = [
      ['all type', 28, systems],
      ['a quarter types', 7, systems.filter((system) => system === 'witboek')],
    ] as const
    const rows = []
    for (const [variant, typistsPerBook, those] of variants)
      rows.push(
        ...(await stage.withEach(those, this.name, variant, { moreExperts: 50 }, (hall) =>
          typing(stage, hall, { ...evening, typistsPerBook }),
        )),
      )
    return rows
  },
}
