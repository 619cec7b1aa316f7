import { randomUUID } from 'node:crypto'
import type { MeetingNow, OwnView, ReportsAnswer, SettleView } from '@witboek/contract'
import { meetingCommandPath, type MeetingCommandName } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Browser, Seen } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aGuest, anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { asks, meetingLine, type MeetingLine } from '../../testing/clients.ts'
import { inSeat } from '../../testing/the-example.ts'
import { shownMax } from './waiting-reports.ts'

let server: TestServer
let evening: Evening
let chef: Browser
let expert: Browser
let other: Browser
let lead: Browser
const lines: MeetingLine[] = []

beforeEach(async () => {
  server = await aServer()
  evening = await anEvening(server)
  chef = evening.chef
  ;[expert, other, lead] = await Promise.all([as('expert'), as('expert', { nth: 1 }), as('lead')])
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.close()
  await server.close()
})

const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const codeOf = ({ body }: Seen) => (body as { type?: string }).type?.replace('/problems/', '') ?? 'done'
const does = async (browser: Browser, name: MeetingCommandName, fields: object, meeting = evening.id) =>
  codeOf(await browser.commands(meetingCommandPath(name), { meeting, ...fields }))
const now = async (browser: Browser): Promise<MeetingNow> =>
  (await browser.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
const waiting = async (browser = lead): Promise<ReportsAnswer> =>
  (await browser.goes('/api/reports')).body as ReportsAnswer

/** Somebody asks something; answers its id. */
async function question(browser: Browser, text = 'Wat kost het zwembad?'): Promise<string> {
  const id = randomUUID()
  await does(browser, 'question:ask', { question: id, kind: 'question', text, anonymous: false })
  return id
}

/** The Chef hides it, and whoever asked it does not agree. */
async function appealed(browser: Browser, text?: string): Promise<string> {
  const id = await question(browser, text)
  await does(chef, 'question:hide', { question: id, reason: 'Hoort niet bij dit thema' })
  await does(browser, 'question:appeal', { question: id, reason: 'Het gaat over geld' })
  return id
}

const person = (id: string) => ({ kind: 'person', person: id })
async function report(browser: Browser, target: object, reason = 'Dit is niet netjes'): Promise<string> {
  const id = randomUUID()
  expect(await does(browser, 'report:file', { report: id, target, reason })).toBe('done')
  return id
}

describe('[MODERATE-3] [MODERATE-5] what was hidden and appealed', () => {
  it('waits for the lead, with what everybody said', async () => {
    const id = await appealed(expert)
    expect(await waiting()).toMatchObject({
      waiting: 1,
      meetings: [
        {
          meeting: { id: evening.id, title: 'Eerste avond' },
          theme: { slug: 'sport' },
          decided: 0,
          appeals: [
            {
              id,
              text: 'Wat kost het zwembad?',
              hidden: { reason: 'Hoort niet bij dit thema', appeal: { reason: 'Het gaat over geld' } },
            },
          ],
        },
      ],
    })
  })

  it('comes back for everybody when the lead says so, and stays to be read with the decision', async () => {
    const id = await appealed(expert)
    expect((await now(other)).hall.questions).toMatchObject([{ id, text: null, name: null }])
    const settle = { question: id, verdict: 'restored', reason: 'Dit mag gevraagd worden' }
    expect(await does(chef, 'question:settle', settle)).toBe('not-for-your-role')
    expect(await does(lead, 'question:settle', settle)).toBe('done')
    expect((await now(other)).hall.questions).toMatchObject([{ id, text: 'Wat kost het zwembad?', hiddenFor: null }])
    expect((await now(lead)).settle).toMatchObject({
      appeals: [],
      restored: [{ id, hidden: { appeal: { reason: 'Het gaat over geld' } }, restored: { reason: settle.reason } }],
    })
    expect(await waiting()).toMatchObject({ waiting: 0, meetings: [{ appeals: [], decided: 1 }] })
    expect((await now(expert)).own.questions).toMatchObject([{ id, hidden: null, restored: { reason: settle.reason } }])
  })

  it('stays hidden when the lead says so, and whoever asked reads why', async () => {
    const id = await appealed(expert)
    await does(lead, 'question:settle', { question: id, verdict: 'upheld', reason: 'De Chef heeft gelijk' })
    expect((await now(expert)).own.questions).toMatchObject([
      { id, hidden: { upheld: { reason: 'De Chef heeft gelijk' } }, restored: null },
    ])
    expect((await now(lead)).settle?.appeals).toMatchObject([{ id, hidden: { upheld: {} } }])
    expect(await waiting()).toMatchObject({ waiting: 0, meetings: [{ decided: 1 }] })
  })

  it('is decided after the evening too', async () => {
    const id = await appealed(expert)
    await evening.closes()
    expect(await waiting()).toMatchObject({ waiting: 1 })
    expect(await does(lead, 'question:settle', { question: id, verdict: 'restored', reason: 'Mag' })).toBe('done')
    expect(await waiting()).toMatchObject({ waiting: 0 })
  })
})

describe('[MODERATE-4] [MODERATE-5] a report about the Chef', () => {
  it('is seen by the lead and by who reported it, and by nobody else', async () => {
    const id = await report(expert, person(inSeat('chef')), 'Valt mensen in de rede')
    expect(await waiting()).toMatchObject({
      waiting: 1,
      meetings: [
        { reports: [{ id, reason: 'Valt mensen in de rede', of: { person: inSeat('chef') }, verdict: null }] },
      ],
    })
    const atDesk = await now(chef)
    expect(atDesk.desk?.reports).toEqual([])
    expect(atDesk.settle).toBeNull()
    expect((await now(expert)).own.reports).toMatchObject([{ id, to: 'lead', verdict: null }])
    for (const browser of [chef, other]) expect(JSON.stringify(await now(browser))).not.toContain('in de rede')
  })

  it('is decided by the lead alone, once, and who reported it hears what', async () => {
    const id = await report(expert, person(inSeat('chef')))
    const decide = { report: id, outcome: 'hidden', reason: 'Ik heb met de Chef gepraat' }
    expect(await does(chef, 'report:decide', decide)).toBe('report-not-found')
    expect(await does(other, 'report:decide', decide)).toBe('not-for-your-role')
    expect(await does(lead, 'report:decide', { ...decide, reason: ' ' })).toBe('reason-needed')
    expect(await does(lead, 'report:decide', decide)).toBe('done')
    expect(await does(lead, 'report:decide', { ...decide, outcome: 'kept' })).toBe('done')
    const verdict = { outcome: 'hidden', reason: 'Ik heb met de Chef gepraat' }
    expect((await now(expert)).own.reports).toMatchObject([{ id, verdict }])
    expect((await now(lead)).settle?.reports).toMatchObject([{ id, verdict }])
    expect(await waiting()).toMatchObject({ waiting: 0, meetings: [{ reports: [], decided: 1 }] })
  })

  it('about something the Chef asked: it goes to the lead with the words, and out of sight with the decision', async () => {
    const asked = await question(chef, 'Kan dit wat sneller, u daar achterin?')
    const id = await report(expert, { kind: 'question', question: asked })
    expect(await waiting()).toMatchObject({
      meetings: [{ reports: [{ id, about: 'Kan dit wat sneller, u daar achterin?', of: { person: inSeat('chef') } }] }],
    })
    await does(lead, 'report:decide', { report: id, outcome: 'hidden', reason: 'Onaardig' })
    expect((await now(other)).hall.questions).toMatchObject([{ id: asked, text: null, hiddenFor: 'Onaardig' }])
    expect((await now(expert)).own.reports).toMatchObject([{ about: null, verdict: { outcome: 'hidden' } }])
    expect(await does(chef, 'question:show', { question: asked })).toBe('lead-has-decided')
  })

  it('about somebody else is for the Chef, and does not wait for the lead', async () => {
    const id = await report(expert, person(inSeat('expert', { nth: 1 })))
    expect((await now(chef)).desk?.reports).toMatchObject([{ id }])
    expect(await waiting()).toEqual({ waiting: 0, meetings: [] })
    expect(await does(lead, 'report:decide', { report: id, outcome: 'kept', reason: 'x' })).toBe('report-not-found')
    expect(await does(chef, 'report:decide', { report: id, outcome: 'kept', reason: 'Ruzie om niets' })).toBe('done')
    expect((await now(expert)).own.reports).toMatchObject([
      { id, to: 'chef', verdict: { outcome: 'kept', reason: 'Ruzie om niets' } },
    ])
    expect((await now(other)).own.reports, 'whom it is about is not told who reported').toEqual([])
  })

  it('about somebody who is described goes to the lead, with the description: it may be the Chef', async () => {
    const who = 'De man met de rode trui, vooraan'
    const id = await report(expert, { kind: 'described', who }, 'Roept er steeds doorheen')
    expect(await waiting()).toMatchObject({
      waiting: 1,
      meetings: [{ reports: [{ id, about: who, of: null, reason: 'Roept er steeds doorheen' }] }],
    })
    for (const browser of [chef, other]) expect(JSON.stringify(await now(browser))).not.toContain('rode trui')
    const decide = { report: id, outcome: 'hidden', reason: 'Ik heb hem aangesproken' }
    expect(await does(chef, 'report:decide', decide)).toBe('report-not-found')
    expect(await does(lead, 'report:decide', decide)).toBe('done')
    expect((await now(expert)).own.reports).toMatchObject([
      { id, about: who, to: 'lead', verdict: { outcome: 'hidden', reason: 'Ik heb hem aangesproken' } },
    ])
    const data = JSON.stringify((await expert.goes('/api/account/data.json')).body)
    expect(data, 'what they wrote themselves is theirs').toContain(who)
    const record = await (await as('auditor')).goes('/api/record?type=report:filed')
    expect(JSON.stringify(record.body)).not.toContain('rode trui')
  })

  it('about somebody without a word is none', async () => {
    const filed = { report: randomUUID(), target: { kind: 'described', who: '  ' }, reason: 'x' }
    expect(await does(expert, 'report:file', filed)).toBe('text-empty')
  })

  it('by a guest is heard too', async () => {
    const { browser, person: guest } = await aGuest(server, evening)
    await evening.says('admit', guest)
    await report(browser, person(inSeat('chef')))
    expect(await waiting()).toMatchObject({ waiting: 1, meetings: [{ reports: [{ name: 'Els' }] }] })
  })
})

describe('[RIGHTS-1] [MODERATE-5] what waits for the lead', () => {
  it.each(['chef', 'expert', 'clerk', 'auditor', 'administrator'] as const)('is not for the %s', async (role) => {
    await report(expert, person(inSeat('chef')))
    expect(codeOf(await (await as(role)).goes('/api/reports'))).toBe('not-for-your-role')
  })

  it('comes from all meetings, and none at which nothing was said', async () => {
    const care = { chef: inSeat('chef', { elsewhere: true }), theme: 'example-theme-zorg-en-welzijn' }
    const another = await anEvening(server, care)
    const carer = await as('expert', { elsewhere: true })
    await report(expert, person(inSeat('chef')))
    expect((await waiting()).meetings.map(({ meeting }) => meeting.id)).toEqual([evening.id])
    await does(carer, 'report:file', { report: randomUUID(), target: person(care.chef), reason: 'x' }, another.id)
    const { meetings, waiting: count } = await waiting()
    expect(count).toBe(2)
    expect(meetings.map(({ theme }) => theme?.slug).sort()).toEqual(['sport', 'zorg-en-welzijn'])
  })

  it(`is told whole in number, and at most ${shownMax} at a time`, async () => {
    const experts = await Promise.all(Array.from({ length: 4 }, (_, nth) => as('expert', { nth })))
    for (const browser of experts)
      await Promise.all(Array.from({ length: 26 }, (_, nth) => appealed(browser, `Vraag ${nth}`)))
    const answer = await waiting()
    expect(answer.waiting).toBe(104)
    expect(answer.meetings.flatMap(({ appeals }) => appeals)).toHaveLength(shownMax)
  })
})

describe('[EVENING-6] a page of the lead', () => {
  it('is told at once, and so is whoever hears what was decided; the page of the Chef is not', async () => {
    const told: { lead?: SettleView; chef?: SettleView; expert?: OwnView } = {}
    const line = async (person: string) => {
      const opened = meetingLine(server.address, await server.seat(person))
      lines.push(opened)
      await asks(opened, 'meeting:watch', { meeting: evening.id })
      return opened
    }
    ;(await line(inSeat('lead'))).on('meeting:settle', (view) => (told.lead = view))
    ;(await line(inSeat('chef'))).on('meeting:settle', (view) => (told.chef = view))
    ;(await line(inSeat('expert'))).on('meeting:own', (view) => (told.expert = view))
    const id = await report(expert, person(inSeat('chef')))
    await until('the lead is told', () => told.lead?.reports.length === 1)
    await does(lead, 'report:decide', { report: id, outcome: 'kept', reason: 'Besproken' })
    await until('who reported it is told', () => told.expert?.reports[0]?.verdict?.reason === 'Besproken')
    expect(told.chef).toBeUndefined()
  })
})
