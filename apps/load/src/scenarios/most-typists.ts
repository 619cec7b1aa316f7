import type { Row } from '../report/rows.ts'
import type { Hall, Measured } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** What someone may have to wait to see a letter (ms), 99 of 100 times. */
const bound = 100
const growth = 1.4
/** It begins with the evening of the town that did this first; whoever cannot take that is tried with half of it. */
const firstCount = 224
const mostTries = { full: 12, small: 3 } as const

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
  const tries = stage.small ? mostTries.small : mostTries.full
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
    await new Promise((resolve) => setTimeout(resolve, stage.small ? 300 : 1_500))
    const measure = () => hall.measure(stage.seconds(4), (here * 5 * here) / 8, { rest: 0 })
    const measured = await measure()
    // One hiccup of the machine is not the end: it has to happen twice.
    return held(measured) && measured.limit === null ? measured : measure()
  }
  for (let by = stage.count(firstCount, 24); step < tries && end === null;) {
    const measured = (last = await grow(by))
    stage.say(
      `  ${here} typists: p99 ${measured.figures.seenP99?.toFixed(1)} ms${measured.limit ? ` (${measured.limit})` : ''}`,
    )
    const holds = held(measured)
    if (holds) best = { ...measured, figures: { ...measured.figures, typists: here } }
    if (holds && measured.limit !== null) end = measured.limit
    else if (holds && here >= most) end = 'there were no more people'
    else if (holds && closingIn) break
    else if (holds) by = Math.max(8, Math.ceil((here * (growth - 1)) / 8) * 8)
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

const held = ({ figures }: Measured): boolean => (figures.seenP99 ?? Infinity) <= bound && figures.lost === 0
