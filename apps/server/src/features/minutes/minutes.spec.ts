import { randomUUID } from 'node:crypto'
import type { MeetingAnswer, MeetingNow, MinutesAnswer, ParityAnswer, RecordAnswer } from '@witboek/contract'
import {
  meetingCommandPath,
  minutesFilePath,
  minutesPath,
  parityPath,
  type MeetingCommandName,
} from '@witboek/contract'
import type { BookLine } from '@witboek/book/client'
import type { MeetingId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aPoll, codeOf, must } from '../../testing/a-poll.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aGuest, anEvening, browserOf, plan as meetingPlan, type Evening } from '../../testing/an-evening.ts'
import { bookLine, types } from '../../testing/clients.ts'
import { inSeat, sport, sportBook } from '../../testing/the-example.ts'

let server: TestServer
let evening: Evening
let guest: Browser
const lines: BookLine[] = []

const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const does = async (browser: Browser, name: MeetingCommandName, fields: object = {}) =>
  must(await browser.commands(meetingCommandPath(name), { meeting: evening.id, ...fields }))
const minutesFor = async (browser: Browser) => must(await browser.goes(minutesPath(evening.id))).body as MinutesAnswer
const whyNot = async (browser: Browser, path = minutesPath(evening.id)) => codeOf(await browser.goes(path))
const parityFor = async (browser: Browser) => must(await browser.goes(parityPath(evening.id))).body as ParityAnswer

const item = randomUUID()
const names = new Map<string, string>()

/** An evening with somebody in the hall, somebody at home who writes, a poll, a question and a decision; it is open still. */
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
  const { chef } = evening
  guest = await aGuestWithin()
  const plan = { title: 'Het zwembad', goal: 'decide', minutes: 20, sections: [], polls: [] }
  await does(chef, 'agenda:add', { item, plan, after: null })
  await does(chef, 'agenda:start', { item })
  await does(chef, 'attendance:correct', { person: inSeat('expert'), mode: 'room' })
  const home = await as('expert', { nth: 1 })
  for (const nth of [1, 2, 3, 4, 5])
    await does(await as('expert', { nth }), 'attendance:check-in', { mode: 'remote', roomCode: '' })
  await does(home, 'speaker:raise', { speaker: randomUUID(), kind: 'normal', note: '', person: null })
  await does(chef, 'speaker:call', { speaker: null })
  const question = { question: randomUUID(), kind: 'question', text: 'Wat kost de sauna?', anonymous: false }
  await does(home, 'question:ask', question)
  await does(home, 'word:ask', { word: 'BBV' })

  const poll = await aPoll(evening, { question: 'Dicht op maandag?', requiresPresence: true })
  must(await poll.casts(home, { option: 'yes' }))
  must(await poll.does('poll:close'))
  must(await poll.does('poll:publish'))

  const line = bookLine(server.ws, sportBook.book.id, await server.seat(inSeat('expert', { nth: 1 })))
  lines.push(line)
  const section = sportBook.sections[0]?.section
  if (!section) throw new Error('the book is empty')
  await until('the book is open', () => line.state.rights.write && line.section(section) !== null)
  types(line, section, 'Wij zwemmen graag.')
  await until('it is saved', () => line.state.unsaved === 0)
  for (const person of [inSeat('expert'), inSeat('expert', { nth: 1 })]) names.set(person, await publicName(person))
})
afterAll(async () => {
  for (const line of lines) line.close()
  await server.close()
})

async function aGuestWithin(): Promise<Browser> {
  const { browser, person } = await aGuest(server, evening)
  must(await evening.says('admit', person))
  return browser
}

async function publicName(person: string): Promise<string> {
  const browser = await browserOf(server, person)
  const { person: own } = (await browser.goes('/api/visit')).body as { person: { name: string } }
  return own.name
}

describe('[MINUTES-4] while an evening is not minuted', () => {
  it.each([
    ['expert', {}, 'meeting-not-minuted'],
    ['expert', { elsewhere: true }, 'not-your-theme-group'],
    ['civilServant', {}, 'meeting-not-minuted'],
    ['councillor', {}, 'not-for-your-role'],
  ] as const)('the minutes are not for a %s %j', async (role, more, why) => {
    const browser = await as(role, more)
    for (const path of [minutesPath(evening.id), parityPath(evening.id), minutesFilePath(evening.id, 'odt', 'nl')])
      expect(await whyNot(browser, path), path).toBe(why)
  })

  it('nor for a guest', async () => {
    expect(await whyNot(guest)).toBe('not-for-your-role')
  })

  it('but for its Chef, the lead and the auditor; only the Chef writes', async () => {
    for (const role of ['chef', 'lead', 'auditor'] as const) {
      const { minutes, writes } = await minutesFor(await as(role))
      expect([role, minutes.state, minutes.closedAt, writes]).toEqual([role, 'draft', null, role === 'chef'])
    }
  })

  it('and a meeting that is not there has none', async () => {
    expect(await whyNot(evening.chef, minutesPath('nowhere' as MeetingId))).toBe('meeting-not-found')
    expect(await whyNot(evening.chef, '/api/meetings/%00/minutes')).toBe('meeting-not-found')
  })
})

describe('[MINUTES-1] the minutes of an evening', () => {
  it('have made themselves when it closes', async () => {
    must(await evening.closes())
    const { minutes, people, books, hash, head } = await minutesFor(evening.chef)
    const [inHall, atHome] = [inSeat('expert'), inSeat('expert', { nth: 1 })]
    expect(minutes.attendance.slice(0, 2).map(({ person, role, times }) => [person, role, times[0]?.mode])).toEqual([
      [inHall, 'expert', 'room'],
      [atHome, 'expert', 'remote'],
    ])
    expect(people[atHome as keyof typeof people]).toBe(names.get(atHome))
    expect(minutes.ledBy).toEqual([inSeat('chef')])
    expect(minutes.items).toMatchObject([{ title: 'Het zwembad', state: 'done', speakers: 1, turns: 1 }])
    expect(minutes.whole.polls).toMatchObject([{ state: 'published', result: { cast: 1, winners: ['yes'] } }])
    expect(minutes.questions).toMatchObject([{ text: 'Wat kost de sauna?', person: atHome }])
    expect(minutes.unclear).toEqual([{ word: 'bbv', count: 1 }])
    expect(minutes.checkpoints.map(({ book }) => book)).toEqual(
      expect.arrayContaining([sportBook.book.id, sportBook.book.id]),
    )
    expect(books[sportBook.book.id]).toEqual({ kind: 'green', theme: sport.name })
    expect([hash.length, head > 10]).toEqual([64, true])
  })

  it('[WORD-2] say how many words were struck, and not which', async () => {
    const before = await minutesFor(evening.chef)
    await does(evening.chef, 'word:strike', { word: 'BBV', reason: 'Geen vraag' })
    const { minutes } = await minutesFor(evening.chef)
    expect(minutes).toMatchObject({ unclear: [], struck: 1 })
    expect(JSON.stringify(minutes)).not.toMatch(/\bbbv\b/i)
    const now = must(await evening.chef.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
    expect(now.desk).toMatchObject({ unclear: [], struck: [{ word: 'bbv', reason: 'Geen vraag' }] })
    await does(evening.chef, 'word:restore', { word: 'bbv' })
    expect((await minutesFor(evening.chef)).hash).toBe(before.hash)
  })

  it('[MINUTES-2] take what the Chef adds, and have another fingerprint then', async () => {
    const { hash } = await minutesFor(evening.chef)
    await does(evening.chef, 'minutes:note', { item, text: 'De groep wil het bad houden.' })
    await does(evening.chef, 'decision:keep', { decision: randomUUID(), item, text: 'Op maandag dicht' })
    const action = { action: randomUUID(), item: null, text: 'Bedragen opzoeken', who: 'Bea', due: '2027-03-01' }
    await does(evening.chef, 'action:keep', action)
    const answer = await minutesFor(evening.chef)
    expect(answer.minutes.items[0]).toMatchObject({
      notes: 'De groep wil het bad houden.',
      decisions: [{ text: 'Op maandag dicht' }],
    })
    expect(answer.minutes.whole.actions).toMatchObject([{ who: 'Bea', due: '2027-03-01' }])
    expect(answer.hash).not.toBe(hash)
    const refused = await (
      await as('expert')
    ).commands(meetingCommandPath('minutes:note'), {
      ...{ meeting: evening.id, item, text: 'Van een expert' },
    })
    expect(codeOf(refused)).toBe('not-for-your-role')
  })
})

describe('[PARITY-1] [PARITY-2] the hall and home', () => {
  it('are compared, and of a few people nothing is told', async () => {
    const { parity, over } = await parityFor(await as('lead'))
    expect(over).toBe(true)
    expect(parity.room).toMatchObject({ people: 1, total: { present: 'few', edits: 'few' } })
    expect(parity.remote).toMatchObject({ people: 5, total: { turns: 1, questions: 1, edits: 1, ballots: 'few' } })
    expect(parity).toMatchObject({ unsigned: 0, elsewhere: { edits: 0, ballots: 0 } })
  })
})

describe('[MINUTES-4] [MINUTES-3] once they are complete', () => {
  it('the group reads them, and guests do not', async () => {
    must(await evening.chef.commands('/api/meetings/minute', { meeting: evening.id }))
    for (const role of ['expert', 'civilServant', 'clerk'] as const) {
      const { minutes, writes } = await minutesFor(await as(role))
      expect([minutes.state, writes]).toEqual(['complete', false])
      await parityFor(await as(role))
    }
    expect(await whyNot(guest)).toMatch(/not-/)
    expect((await minutesFor(evening.chef)).confirmAt).toEqual([])
  })

  it('[MINUTES-5] and the record names them by their content, as the file does', async () => {
    const { hash } = await minutesFor(evening.chef)
    const { lines } = (await (await as('auditor')).goes('/api/record')).body as RecordAnswer
    expect(lines.find(({ type }) => type === 'meeting:minute')?.details).toMatchObject({ minutes: hash })
  })

  it('as files, in the language of who asks', async () => {
    const expert = await as('expert')
    const odt = must(await expert.goes(minutesFilePath(evening.id, 'odt', 'en')))
    expect(odt.headers.get('content-disposition')).toBe('attachment; filename=minutes-eerste-avond.odt')
    const pdf = must(await expert.goes(minutesFilePath(evening.id, 'pdf', 'nl')))
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename=verslag-eerste-avond.pdf')
    expect(String(pdf.body)).toMatch(/^%PDF-/)
    const unknown = must(await expert.goes(`/api/meetings/${evening.id}/minutes.odt?language=fr`))
    expect(unknown.headers.get('content-disposition')).toContain('verslag-')
  })

  it('the group confirms them at a later meeting, and then they change no more', async () => {
    const later = {
      ...meetingPlan,
      theme: sport.id,
      title: 'Tweede avond',
      startsAt: meetingPlan.startsAt + 86_400_000,
    }
    const { id: at } = must(
      await evening.chef.commands('/api/meetings/plan', { ...later, endsAt: meetingPlan.endsAt + 86_400_000 }),
    ).body as MeetingAnswer['meeting']
    must(await evening.chef.commands('/api/meetings/open', { meeting: at }))
    expect((await minutesFor(evening.chef)).confirmAt).toEqual([{ id: at, title: 'Tweede avond' }])
    expect((await minutesFor(await as('expert'))).confirmAt).toEqual([])
    const { hash } = await minutesFor(evening.chef)
    must(await evening.chef.commands('/api/meetings/confirm', { meeting: evening.id, at }))
    const confirmed = await minutesFor(evening.chef)
    expect(confirmed).toMatchObject({
      hash,
      writes: false,
      minutes: { state: 'confirmed', confirmed: { meeting: at } },
      meetings: { [at]: { title: 'Tweede avond' } },
    })
    const refused = await evening.chef.commands(meetingCommandPath('minutes:note'), {
      ...{ meeting: evening.id, item, text: 'Toch anders' },
    })
    expect(codeOf(refused)).toBe('minutes-confirmed')
  })
})
