import type { Row } from '../report/rows.ts'
import type { Hall, Measured } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** What someone may have to wait to see a letter (ms), 99 of 100 times. */
const bound = 100
const growth = 1.3
/** It begins with fewer than the weakest can take, and stops where the accounts of the hall end. */
const firstCount = 112
const mostTries = 12

export const mostTypists: Scenario = {
  name: 'most-typists',
  about:
    'How many can type in eight books, five letters a second and a caret move each, while 99 of 100 letters are seen by the ' +
    'others within 100 ms: more and more of them, until that is over. The row has the last number that held.',
  peers: ['relay', 'relay-tick', 'y-websocket', 'hocuspocus'],
  columns: [
    'typists',
    'seenP50',
    'seenP99',
    'savedP99',
    'serverCpu',
    'serverLoopP99',
    'lettersPerSecond',
    'messagesPerSecond',
    'bytesPerPerson',
    'generatorCpu',
    'lost',
  ],
  play(stage, systems) {
    return stage.withEach(systems, this.name, '', { moreExperts: 50 }, (hall) => search(stage, hall))
  },
}

async function search(stage: Stage, hall: Hall): Promise<Pick<Row, 'figures' | 'limit' | 'notes'>> {
  const most = Math.max(16, Math.round(4_000 * stage.scale))
  let here = 0
  let step = 0
  let last: Measured | null = null
  let best: Measured | null = null
  /** Too many, and so the search is closing in: the last step leaves, and half as many come. */
  let closingIn = false
  let end: string | null = null
  const grow = async (by: number): Promise<Measured> => {
    step += 1
    const books = Array.from({ length: 8 }, (_, i) => i)
    const people = await hall.people({ group: `step ${step}`, count: by, books, as: 'writer' })
    await hall.crowd.come(people, 20_000)
    await hall.crowd.act({ group: `step ${step}`, lettersPerSecond: 5, carets: 'per letter' })
    here += by
    await new Promise((resolve) => setTimeout(resolve, stage.small ? 300 : 2_000))
    return hall.measure(stage.seconds(5), (here * 5 * here) / 8, { rest: 0 })
  }
  for (let by = stage.count(firstCount, 24); step < mostTries && end === null;) {
    const measured = (last = await grow(by))
    stage.say(
      `  ${here} typists: p99 ${measured.figures.seenP99?.toFixed(1)} ms${measured.limit ? ` (${measured.limit})` : ''}`,
    )
    const held = (measured.figures.seenP99 ?? Infinity) <= bound && measured.figures.lost === 0
    if (held) best = { ...measured, figures: { ...measured.figures, typists: here } }
    if (held && measured.limit !== null) end = measured.limit
    else if (held && here >= most) end = 'there were no more people'
    else if (held && closingIn) break
    else if (held) by = Math.max(8, Math.ceil((here * (growth - 1)) / 8) * 8)
    else {
      await hall.crowd.leave(`step ${step}`)
      here -= by
      // The generator gave out before the server did.
      if (measured.limit !== null) end = measured.limit
      by = Math.floor(by / 16) * 8
      if (closingIn || by < 8) break
      closingIn = true
    }
  }
  if (!best) return { figures: { ...last?.figures, typists: 0 }, limit: end, notes: ['not even the first could'] }
  return { figures: best.figures, limit: end, notes: [] }
}
