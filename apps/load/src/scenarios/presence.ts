import type { Row } from '../report/rows.ts'
import type { Hall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

interface Pointing {
  readonly books: number
  readonly perBook: number
  readonly movesPerSecond: number
  readonly seconds: number
}

export const presence: Scenario = {
  name: 'presence',
  about:
    'Nobody writes, everybody moves about: 220 people in one book with four caret moves a second each, and a thousand in ' +
    'eight books with one a second.',
  peers: ['relay', 'relay-tick', 'y-websocket', 'hocuspocus'],
  columns: [
    'people',
    'caretsP50',
    'caretsP99',
    'serverCpu',
    'serverLoopP99',
    'serverRss',
    'caretMovesPerSecond',
    'messagesPerSecond',
    'bytesPerPerson',
    'generatorCpu',
    'lost',
  ],
  async play(stage, systems) {
    const variants = [
      ['220 in one book, 4 moves/s', { books: 1, perBook: 220, movesPerSecond: 4, seconds: 6 }, systems],
      [
        '1,000 in 8 books, 1 move/s',
        { books: 8, perBook: 125, movesPerSecond: 1, seconds: 6 },
        systems.filter((system) => system === 'witboek'),
      ],
    ] as const
    const rows = []
    for (const [variant, plan, those] of variants)
      rows.push(
        ...(await stage.withEach(those, this.name, variant, { moreExperts: 50 }, (hall) =>
          pointing(stage, hall, plan),
        )),
      )
    return rows
  },
}

async function pointing(stage: Stage, hall: Hall, plan: Pointing): Promise<Pick<Row, 'figures' | 'limit'>> {
  const books = Array.from({ length: plan.books }, (_, i) => i)
  const perBook = stage.count(plan.perBook)
  const people = await hall.people({ group: 'pointing', count: perBook * books.length, books, as: 'reader' })
  await hall.crowd.come(people, 30_000)
  await hall.crowd.act({ group: 'pointing', lettersPerSecond: 0, carets: plan.movesPerSecond })
  await new Promise((resolve) => setTimeout(resolve, stage.small ? 300 : 2_000))
  const deliveries = books.length * perBook * perBook * plan.movesPerSecond
  return hall.measure(stage.seconds(plan.seconds), deliveries)
}
