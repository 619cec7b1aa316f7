import { randomUUID } from 'node:crypto'
import { meetingCommandPath, type MeetingCommandName } from '@witboek/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { inSeat } from '../../testing/the-example.ts'

let server: TestServer
let evening: Evening
let expert: Browser
let other: Browser
let lead: Browser
beforeEach(async () => {
  server = await aServer()
  evening = await anEvening(server)
  ;[expert, other, lead] = await Promise.all([
    browserOf(server, inSeat('expert')),
    browserOf(server, inSeat('expert', { nth: 1 })),
    browserOf(server, inSeat('lead')),
  ])
})
afterEach(() => server.close())

const evenings = async (browser: Browser) =>
  ((await browser.goes('/api/account/data.json?language=nl'))?.body as { evenings: readonly object[] }).evenings
const does = async (browser: Browser, name: MeetingCommandName, fields: object = {}) => {
  const { status, body } = await browser.commands(meetingCommandPath(name), { meeting: evening.id, ...fields })
  expect(status, `${name}: ${JSON.stringify(body)}`).toBeLessThan(300)
}
const asks = async (browser: Browser, text: string, more: object = {}) => {
  const question = randomUUID()
  await does(browser, 'question:ask', { question, kind: 'question', text, anonymous: false, ...more })
  return question
}
const speaks = (browser: Browser, note: string) =>
  does(browser, 'speaker:raise', { speaker: randomUUID(), kind: 'normal', note, person: null })
const reports = async (browser: Browser, target: object, reason: string) => {
  const report = randomUUID()
  await does(browser, 'report:file', { report, target, reason })
  return report
}
const checksIn = (browser: Browser) => does(browser, 'attendance:check-in', { mode: 'remote', roomCode: '' })
const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as unknown

describe('[PRIVACY-2] what somebody did at meetings', () => {
  it('is theirs: when they were there, had the word, what they signed and what they reported', async () => {
    await checksIn(expert)
    await speaks(expert, 'over het bad')
    await does(evening.chef, 'speaker:call', { speaker: null })
    await does(evening.chef, 'speaker:end')
    await speaks(expert, 'nog iets')
    const hidden = await asks(expert, 'Wat kost het bad?')
    await does(evening.chef, 'question:hide', { question: hidden, reason: 'Hoort hier niet' })
    await does(expert, 'question:appeal', { question: hidden, reason: 'Het gaat over geld' })
    const answered = await asks(expert, 'Mooi bad', { kind: 'comment' })
    await does(evening.chef, 'question:answer', { question: answered })
    const about = { kind: 'person', person: inSeat('expert', { nth: 1 }) }
    const report = await reports(expert, about, 'Valt mij in de rede')
    await does(evening.chef, 'report:decide', { report, outcome: 'kept', reason: 'Viel mee' })

    const during = {
      ...{ title: 'Eerste avond', startsAt: iso, role: 'expert' },
      stays: [{ cameAt: iso, leftAt: null, mode: 'remote' }],
      speaking: [
        { askedAt: iso, note: 'over het bad', seconds: expect.any(Number) as unknown },
        { askedAt: iso, note: 'nog iets', seconds: null },
      ],
      questions: [
        {
          ...{ at: iso, kind: 'question', text: 'Wat kost het bad?', state: 'open' },
          hidden: {
            ...{ at: iso, reason: 'Hoort hier niet', verdict: null },
            appeal: { at: iso, reason: 'Het gaat over geld' },
          },
        },
        { at: iso, kind: 'comment', text: 'Mooi bad', state: 'answered', hidden: null },
      ],
      reports: [
        {
          ...{ at: iso, about: 'person', who: null, reason: 'Valt mij in de rede' },
          verdict: { at: iso, outcome: 'kept', reason: 'Viel mee' },
        },
      ],
    }
    expect(await evenings(expert)).toEqual([during])

    await does(lead, 'question:settle', { question: hidden, verdict: 'restored', reason: 'Mag wel' })
    await evening.closes()
    const [after] = await evenings(expert)
    expect(after).toMatchObject({
      stays: [{ cameAt: iso, leftAt: iso }],
      questions: [{ hidden: { verdict: { outcome: 'restored', reason: 'Mag wel' } } }, {}],
    })
  })

  it('has nothing that others said of them, nothing that was not signed, and nobody else', async () => {
    const [self, neighbour] = [inSeat('expert'), inSeat('expert', { nth: 1 })]
    await checksIn(expert)
    await checksIn(other)
    await asks(expert, 'Zonder mijn naam gevraagd', { anonymous: true })
    const signed = await asks(expert, 'Met mijn naam gevraagd')
    await asks(other, 'Van de buurvrouw')
    await speaks(other, 'het woord van de buurvrouw')
    await reports(other, { kind: 'person', person: self }, 'Zij praat te veel')
    await reports(other, { kind: 'question', question: signed }, 'Zij vraagt te veel')

    const text = JSON.stringify(await evenings(expert))
    expect(text).toContain('Met mijn naam gevraagd')
    for (const left of ['Zonder mijn naam', 'buurvrouw', 'te veel', neighbour]) expect(text).not.toContain(left)
    expect(JSON.stringify(await evenings(other)), 'those are of who filed them').toContain('Zij praat te veel')
  })

  it('is of no meeting that knows nothing of them', async () => {
    await checksIn(other)
    expect(await evenings(expert)).toEqual([])
  })
})
