import type { Row } from '../report/rows.ts'
import type { Activity } from '../people/plans.ts'
import type { Hall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

interface Pace {
  readonly writers: number
  readonly activity: Omit<Activity, 'group' | 'carets'>
}

export const durable: Scenario = {
  name: 'durable',
  about:
    'Edits until they are acknowledged, in eight books: 208 writers with five a second each, and four hundred who ' +
    'write the next as soon as the last is acknowledged. Ours means durable; Hocuspocus acknowledges what it has in memory.',
  peers: ['hocuspocus'],
  columns: [
    'typists',
    'savedPerSecond',
    'savedP50',
    'savedP99',
    'seenP99',
    'serverCpu',
    'serverLoopP99',
    'generatorCpu',
    'lost',
    'unacknowledged',
    'copiesOff',
  ],
  async play(stage, systems) {
    const variants: readonly (readonly [string, Pace])[] = [
      ['1,000 a second', { writers: 208, activity: { lettersPerSecond: 5 } }],
      ['as fast as it goes', { writers: 400, activity: { lettersPerSecond: 0, whenAcknowledged: true } }],
    ]
    const rows = []
    for (const [variant, pace] of variants)
      rows.push(
        ...(await stage.withEach(systems, this.name, variant, { moreExperts: 50 }, (hall) =>
          written(stage, hall, pace),
        )),
      )
    return rows
  },
}

async function written(
  stage: Stage,
  hall: Hall,
  { writers, activity }: Pace,
): Promise<Pick<Row, 'figures' | 'limit' | 'notes'>> {
  const books = Array.from({ length: 8 }, (_, i) => i)
  const count = stage.count(writers, 16)
  const witnesses = stage.small ? Infinity : 8
  await hall.crowd.come(await hall.people({ group: 'writers', count, books, as: 'writer', witnesses }), 30_000)
  await hall.crowd.act({ ...activity, group: 'writers', carets: 0 })
  await new Promise((resolve) => setTimeout(resolve, stage.small ? 300 : 2_000))
  const { figures, ...others } = await hall.measure(stage.seconds(8), count * 5 * (count / 8))
  return { figures: { ...figures, typists: count, ...(await hall.compareCopies(books)) }, ...others }
}
