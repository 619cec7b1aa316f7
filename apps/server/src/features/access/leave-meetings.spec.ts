import { randomUUID } from 'node:crypto'
import { meetingCommandPath, type HallView, type MeetingNow, type OwnView, type RecordAnswer } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { asks, meetingLine, type MeetingLine } from '../../testing/clients.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

let house: House
let evening: Evening
const lines: MeetingLine[] = []
beforeAll(async () => {
  house = await aHouse(inject('postgres'))
  evening = await anEvening(house.one.server)
})
afterAll(async () => {
  for (const line of lines) line.close()
  await house.close()
})

const now = async (browser: Browser) => (await browser.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
const does = async (browser: Browser, name: Parameters<typeof meetingCommandPath>[0], fields: object = {}) =>
  expect(await browser.commands(meetingCommandPath(name), { meeting: evening.id, ...fields })).toMatchObject({
    status: 200,
  })
const stateOf = ({ desk }: MeetingNow, person: string) =>
  desk?.attendees.find((attendee) => attendee.person === person)?.state

/** Somebody of the example at the other server: they check in from home and ask for the word. */
async function comes(person: string): Promise<Browser> {
  const browser = await browserOf(house.other.server, person)
  await does(browser, 'attendance:check-in', { mode: 'remote', roomCode: '' })
  await does(browser, 'speaker:raise', { speaker: randomUUID(), kind: 'normal', note: '', person: null })
  return browser
}

/** What the pages at the other server were told last. */
async function watches(person: string) {
  const line = meetingLine(house.other.server.address, await house.other.server.seat(person))
  lines.push(line)
  const told: { hall: HallView | null; own: OwnView | null } = { hall: null, own: null }
  line.on('meeting:hall', (view) => (told.hall = view))
  line.on('meeting:own', (view) => (told.own = view))
  expect(await asks(line, 'meeting:watch', { meeting: evening.id })).toMatchObject({ ok: true })
  return told
}

describe('[ATTEND-5] an expert whose seat ends during the meeting', () => {
  it('has no hand up, nor the word, and is not there, on every server, and that is on the record', async () => {
    const [speaks, waits, stays] = [0, 1, 2].map((nth) => inSeat('expert', { nth })) as [string, string, string]
    for (const person of [speaks, waits, stays]) await comes(person)
    const told = await watches(inSeat('clerk'))
    await does(evening.chef, 'speaker:call', { speaker: null })
    await until('one has the word', () => Boolean(told.hall?.queue.speaking) && told.hall?.queue.waiting.length === 2)

    const lead = meetingLine(house.one.server.address, await house.one.server.seat(inSeat('lead')))
    lines.push(lead)
    for (const person of [speaks, waits])
      expect(await asks(lead, 'seat:end', { person, theme: sport.id })).toEqual({ ok: true, value: null })

    // Answered is done: nobody waits for a clock.
    const after = await now(evening.chef)
    expect([speaks, waits, stays].map((person) => stateOf(after, person))).toEqual(['left', 'left', 'present'])
    await until('the other server shows it', () => told.hall?.here.remote === 1)
    expect(told.hall?.queue).toMatchObject({ speaking: null, waiting: [{ person: stays }] })

    const auditor = await browserOf(house.one.server, inSeat('auditor'))
    const { lines: record } = (await auditor.goes('/api/record')).body as RecordAnswer
    const left = record.filter(({ type }) => type === 'attendance:left')
    expect(left.map(({ actor, details }) => [actor?.id, details['person']]).sort()).toEqual(
      [speaks, waits].map((person) => [inSeat('lead'), person]).sort(),
    )
  })

  it('and stays where another seat lets them be', async () => {
    const person = inSeat('expert', { nth: 3 })
    await comes(person)
    const lead = await browserOf(house.one.server, inSeat('lead'))
    const given = await lead.commands('/api/people/give-seat', { person, role: 'clerk', theme: null })
    expect(given.status).toBe(200)
    const ended = await lead.commands('/api/people/end-seat', { person, role: 'expert', theme: sport.id })
    expect(ended.status).toBe(200)
    expect(stateOf(await now(evening.chef), person)).toBe('present')
  })
})
