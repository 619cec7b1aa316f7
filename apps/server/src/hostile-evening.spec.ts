import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  meetingCommandPath,
  type CalendarAddress,
  type MeetingCommandName,
  type MeetingNow,
  type ThemeMeetingsAnswer,
} from '@witboek/contract'
import { aPlan, until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleDialogue } from './example/index.ts'
import type { Browser, Seen } from './testing/a-browser.ts'
import { aPoll, codeOf, thePoll } from './testing/a-poll.ts'
import { aServer, type TestServer } from './testing/a-server.ts'
import { aGuest, anEvening, browserOf, plan, type Evening } from './testing/an-evening.ts'
import { asks, meetingLine, no } from './testing/clients.ts'
import { inSeat, sport } from './testing/the-example.ts'

const { people } = exampleDialogue()

let server: TestServer
let evening: Evening
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
})
afterAll(() => server.close())

const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const does = (
  browser: Browser,
  name: MeetingCommandName,
  fields: object,
  meeting: string = evening.id,
): Promise<Seen> => browser.commands(meetingCommandPath(name), { meeting, ...fields })
const now = async (browser: Browser): Promise<MeetingNow> =>
  (await browser.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
const admitted = async (): Promise<Browser> => {
  const { browser, person } = await aGuest(server, evening)
  await evening.says('admit', person)
  return browser
}
/** Another evening of the same theme, which only those know who plan it. */
const planned = async (title: string): Promise<string> =>
  (
    (await evening.chef.commands('/api/meetings/plan', {
      ...{ ...plan, theme: sport.id, title },
      remoteLink: 'https://video.example/avond-twee',
    })) as { body: { id: string } }
  ).body.id
/** The theme in which somebody holds this seat. */
const seatOf = (person: string, role: string): string =>
  people.find(({ id }) => id === person)?.seats.find((seat) => seat.role === role)?.theme ?? ''
/** How many of these were taken, when all of them are sent at once. */
const taken = async (times: number, deed: (nth: number) => Promise<Seen>): Promise<number> =>
  (await Promise.all(Array.from({ length: times }, (_, nth) => deed(nth)))).filter(({ status }) => status === 200)
    .length

describe('a guest', () => {
  it('[GUEST-4] knows of the meeting they are at, and of no other of the theme', async () => {
    const other = await planned('Tweede avond')
    await evening.chef.commands('/api/meetings/publish', { meeting: other })
    const guest = await admitted()
    const { meetings } = (await guest.goes(`/api/themes/${sport.slug}/meetings`)).body as ThemeMeetingsAnswer
    expect(meetings.map(({ id }) => id)).toEqual([evening.id])
    for (const page of ['', '/now', '/notes', '/calendar.ics'])
      expect(codeOf(await guest.goes(`/api/meetings/${other}${page}`)), page).toBe('not-your-theme-group')
    const { address } = (await guest.commands('/api/account/calendar', {})).body as CalendarAddress
    const followed = (await guest.goes(new URL(address).pathname)).body
    expect(followed).toContain('Eerste avond')
    expect(followed).not.toMatch(/Tweede avond|avond-twee/)
  })
})

describe('[ATTEND-4] a Chef in haste', () => {
  it('says at once that the guest whom they let in just now is in the hall', async () => {
    const guest = await aGuest(server, evening, 'Haast')
    await now(evening.chef)
    await evening.says('admit', guest.person)
    const here = await does(evening.chef, 'attendance:correct', { person: guest.person, mode: 'room' })
    expect([here.status, codeOf(here)]).toEqual([200, undefined])
    await evening.says('remove', guest.person)
    const gone = await does(evening.chef, 'attendance:correct', { person: guest.person, mode: 'room' })
    expect(codeOf(gone)).toBe('person-not-found')
  })
})

describe('[ATTEND-5] a guest who is removed', () => {
  it('has neither the word any more nor a hand up, and is not counted among those who are here', async () => {
    const [speaks, waits] = [await aGuest(server, evening, 'Joop'), await aGuest(server, evening, 'Kees')]
    await evening.says('admit', speaks.person, waits.person)
    const before = (await now(evening.chef)).hall.here.remote
    for (const { browser } of [speaks, waits]) {
      await does(browser, 'attendance:check-in', { mode: 'remote', roomCode: '' })
      await does(browser, 'speaker:raise', { speaker: randomUUID(), kind: 'order', note: 'Boe!', person: null })
    }
    await does(evening.chef, 'speaker:call', { speaker: null })
    const { queue } = (await now(evening.chef)).hall
    expect([queue.speaking?.name, ...queue.waiting.map(({ name }) => name)]).toEqual(['Joop', 'Kees'])
    expect((await evening.says('remove', speaks.person, waits.person)).status).toBe(200)
    const { hall, desk } = await now(evening.chef)
    expect([hall.queue.speaking, hall.queue.waiting, hall.here.remote]).toEqual([null, [], before])
    expect(desk?.attendees.filter(({ state }) => state === 'left').map(({ name }) => name)).toEqual([
      'Haast',
      'Joop',
      'Kees',
    ])
  })
})

describe('[MEET-7] a plan', () => {
  it('is not there for whoever acts in it, as it is not for who reads it', async () => {
    const meeting = await planned('Nog niet verteld')
    const report = { report: randomUUID(), target: { kind: 'person', person: inSeat('chef') }, reason: 'x' }
    expect(codeOf(await does(await as('expert'), 'report:file', report, meeting))).toBe('meeting-not-found')
    expect(codeOf(await does(await as('clerk'), 'report:file', report, meeting))).toBe('meeting-not-found')
  })

  it('does not stand in minutes by its title for whoever may not know of it, when something was put off to it', async () => {
    const chef = inSeat('chef', { elsewhere: true })
    const theme = seatOf(chef, 'chef')
    const other = await anEvening(server, { chef, theme })
    const later = { ...plan, theme, title: 'Geheime derde avond' }
    const { id: to } = (await other.chef.commands('/api/meetings/plan', later)).body as { id: string }
    const item = randomUUID()
    const agenda = { title: 'Later', goal: 'discuss', minutes: 5, sections: [], polls: [] }
    await does(other.chef, 'agenda:add', { item, plan: agenda, after: null }, other.id)
    expect((await does(other.chef, 'agenda:defer', { item, to }, other.id)).status).toBe(200)
    await other.closes()
    await other.chef.commands('/api/meetings/minute', { meeting: other.id })
    const read = async (browser: Browser) => {
      const { status, body } = await browser.goes(`/api/meetings/${other.id}/minutes`)
      return { status, tells: JSON.stringify(body).includes('Geheime derde avond') }
    }
    expect(await read(other.chef)).toEqual({ status: 200, tells: true })
    expect(await read(await as('auditor'))).toEqual({ status: 200, tells: true })
    expect(await read(await as('clerk'))).toEqual({ status: 200, tells: false })
    await other.chef.commands('/api/meetings/publish', { meeting: to })
    expect(await read(await as('clerk'))).toEqual({ status: 200, tells: true })
  })
})

describe('somebody with a program in the place of a phone', () => {
  it('[ATTEND-2] does not guess the code that stands on the wall of the hall', async () => {
    const home = await as('expert', { nth: 1 })
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => does(home, 'attendance:check-in', { mode: 'room', roomCode: 'CCCC' })),
    )
    expect(guesses.filter((guess) => codeOf(guess) === 'room-code-not-valid').length).toBeLessThanOrEqual(20)
    expect(codeOf(await does(home, 'attendance:check-in', { mode: 'room', roomCode: 'CCCC' }))).toBe(
      'too-many-attempts',
    )
    expect((await does(home, 'attendance:check-in', { mode: 'remote', roomCode: '' })).status).toBe(200)
  })

  it('[QUESTION-1] asks no more without a name than with one, and leaves room for the others', async () => {
    const guest = await admitted()
    const unsigned = () => ({ question: randomUUID(), kind: 'question', text: 'Waarom?', anonymous: true })
    expect(await taken(80, () => does(guest, 'question:ask', unsigned()))).toBeLessThanOrEqual(30)
    const { hall } = await now(evening.chef)
    expect(hall.questions.length).toBeLessThanOrEqual(30)
    expect((await does(await as('expert'), 'question:ask', unsigned())).status).toBe(200)
  })

  it('[WORD-1] does not fill the list of words', async () => {
    const guest = await admitted()
    expect(await taken(80, (nth) => does(guest, 'word:ask', { word: `onzin${nth}` }))).toBeLessThanOrEqual(30)
  })

  it('[EVENING-3] does not fill the log of a meeting, and a Chef in haste still leads', async () => {
    const guest = await admitted()
    await does(guest, 'attendance:check-in', { mode: 'remote', roomCode: '' })
    const hand = async () => {
      const speaker = randomUUID()
      const raised = await does(guest, 'speaker:raise', { speaker, kind: 'normal', note: '', person: null })
      await does(guest, 'speaker:lower', { speaker })
      return raised
    }
    let raised = 0
    for (let times = 0; times < 120; times++) raised += Number((await hand()).status === 200)
    expect(raised).toBeLessThanOrEqual(80)
    const limits = await taken(200, (nth) => does(evening.chef, 'queue:limit', { seconds: 20 + nth }))
    expect(limits).toBe(200)
  })

  it('[POLL-7] changes a ballot so often that nobody would, and no more', async () => {
    const poll = await aPoll(evening)
    const voter = await as('expert', { nth: 2 })
    const changed = await taken(200, (nth) => poll.casts(voter, { option: nth % 2 ? 'yes' : 'no' }))
    expect(changed).toBeLessThanOrEqual(120)
    expect((await poll.own(voter)).versions.length).toBe(changed)
    expect(codeOf(await poll.casts(voter, { option: 'yes' }))).toBe('too-many-attempts')
    expect((await poll.casts(await as('expert'), { option: 'yes' })).status).toBe(200)
  })

  it('[EVENING-3] who only reads does not react', async () => {
    const auditor = meetingLine(server.address, await server.seat(inSeat('auditor')))
    const wish = { meeting: evening.id, reaction: 'applause' }
    expect(await asks(auditor, 'meeting:react', wish)).toMatchObject(no('not-for-your-role'))
    auditor.close()
  })
})

describe('[MINUTES-5] somebody who takes the minutes as PDF again and again', () => {
  it('does not keep others waiting', async () => {
    const file = `/api/meetings/${evening.id}/minutes.pdf`
    const auditor = await as('auditor')
    const asked = Array.from({ length: 60 }, () => evening.chef.goes(file))
    await setTimeout(50)
    expect((await auditor.goes(file)).status).toBe(200)
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(20)
    expect([...new Set(statuses)].sort()).toEqual([200, 429])
  })
})

describe('[POLL-17] a poll that is given the id of one at another meeting', () => {
  it('does not open: the box of that one is not its own', async () => {
    const chef = inSeat('chef', { elsewhere: true, nth: 1 })
    const other = await anEvening(server, { chef, theme: seatOf(chef, 'chef') })
    const poll = await aPoll(evening, { reveal: 'on_publish' })
    expect((await poll.casts(await as('expert'), { option: 'no' })).status).toBe(200)
    const stolen = thePoll(other, poll.id)
    expect((await stolen.does('poll:draft', { plan: aPlan(), item: null })).status).toBe(200)
    expect(codeOf(await stolen.does('poll:open'))).toBe('poll-changed')
    expect(codeOf(await stolen.does('poll:close'))).toBe('poll-not-open')
    expect((await poll.casts(await as('expert', { nth: 1 }), { option: 'yes' })).status).toBe(200)
    await poll.does('poll:close')
  })
})

describe('[POLL-13] a secret poll that a Chef voids after the first votes', () => {
  it('shows them to nobody, the auditor neither: of so few one could guess whose they are', async () => {
    const poll = await aPoll(evening, { visibility: 'secret' })
    for (const nth of [0, 1, 2, 3])
      expect((await poll.castsInSecret(await as('expert', { nth }), { option: 'yes' })).status).toBe(200)
    await poll.does('poll:void', { reason: 'Vergist' })
    expect(codeOf(await poll.asks(await as('auditor'), 'audit'))).toBe('too-few-ballots')
    const many = await aPoll(evening, { visibility: 'secret' })
    for (const nth of [0, 1, 2, 3, 4]) await many.castsInSecret(await as('expert', { nth }), { option: 'yes' })
    await many.does('poll:void', { reason: 'Vergist' })
    expect((await many.audit(await as('auditor'))).ballots).toHaveLength(5)
    expect(codeOf(await many.asks(evening.chef, 'audit'))).toBe('poll-not-published')
  })
})

describe('somebody whose line comes and goes', () => {
  const watches = async (person: string) => {
    const line = meetingLine(server.address, await server.seat(person))
    const halls: number[] = []
    line.on('meeting:hall', ({ version }) => void halls.push(version))
    await until('the line is there', () => line.connected)
    await asks(line, 'meeting:watch', { meeting: evening.id })
    return { line, halls }
  }

  it('[EVENING-10] costs nobody else a message when nothing has changed', async () => {
    const [bystander, flapping] = [await watches(inSeat('expert')), await watches(inSeat('expert', { nth: 3 }))]
    await until('all is told', async () => {
      const before = bystander.halls.length
      await setTimeout(600)
      return bystander.halls.length === before
    })
    const before = bystander.halls.length
    for (let times = 0; times < 40; times++) {
      await asks(flapping.line, 'meeting:watch', { meeting: evening.id })
      await setTimeout(25)
    }
    await does(evening.chef, 'queue:close', {})
    await until('what changes is told', () => bystander.halls.length > before)
    expect(bystander.halls.length - before).toBeLessThanOrEqual(2)
    for (const { line } of [bystander, flapping]) line.close()
  })
})

it('[EVENING-9] one account has so many lines for commands as it has devices, and no more', async () => {
  const cookie = await server.seat(inSeat('expert', { nth: 5 }))
  const lines = Array.from({ length: 70 }, () => meetingLine(server.address, cookie))
  for (const line of lines) line.io.reconnection(false)
  const gone = new Set<unknown>()
  for (const line of lines) line.on('disconnect', () => gone.add(line))
  await until('those that are too many have ended', () => gone.size >= 20)
  expect(lines.filter(({ connected }) => connected).length).toBe(50)
  const other = meetingLine(server.address, await server.seat(inSeat('expert')))
  expect(await asks(other, 'meeting:watch', { meeting: evening.id })).toMatchObject({ ok: true })
  for (const line of [...lines, other]) line.close()
})
