import type { AllMeetingsAnswer, MeetingNow, MinutesAnswer, ReportsAnswer } from '@witboek/contract'
import {
  agendaTemplates,
  hasEnded,
  meetingEvent,
  minutesOf,
  type Instant,
  type MeetingId,
  type RecordedMeetingFact,
} from '@witboek/domain'
import { localTime } from '@witboek/i18n'
import { eventHash, type Store } from '@witboek/store'
import { aDatabase } from '@witboek/testkit/servers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ballotsIn, recounted } from '../../features/polls/publish-poll.ts'
import { verifyRecord } from '../../record/verify.ts'
import { aFolder, aServer, type TestServer } from '../../testing/a-server.ts'
import { browserOf } from '../../testing/an-evening.ts'
import { inSeat } from '../../testing/the-example.ts'
import { exampleDialogue } from '../index.ts'
import { exampleEveningsAt } from './evenings.ts'
import { keepEvenings } from './keep-evenings.ts'

const example = exampleDialogue()
const { themes } = example.frame
const at = (when: string) => Date.parse(when) as Instant
const now = at('2026-11-26T14:00:00Z')
const evenings = exampleEveningsAt(example, now)
const over = evenings.filter(({ meeting }) => hasEnded(meeting))
const evening = (id: string) => {
  const found = evenings.find(({ meeting }) => meeting.id === id)
  if (!found) throw new Error(`there is no evening ${id}`)
  return found
}

describe('the evenings of the example', () => {
  it('are a start, six of each theme group, and a work college', () => {
    for (const { id } of themes)
      expect(evenings.filter(({ meeting }) => meeting.theme === id).map(({ meeting }) => meeting.kind)).toEqual([
        'green1',
        'green2',
        'green3',
        'white1',
        'white2',
        'white3',
      ])
    const plenary = evenings.filter(({ meeting }) => meeting.theme === null)
    expect(plenary.map(({ meeting }) => meeting.kind)).toEqual(['kickoff', 'work_college'])
  })

  it.each([
    ['in the afternoon', '2026-11-26T14:00:00Z', '2026-11-26'],
    ['just after midnight', '2026-11-25T23:10:00Z', '2026-11-26'],
    ['late at night', '2026-11-26T22:50:00Z', '2026-11-26'],
    ['before the clock goes forward', '2027-03-20T10:00:00Z', '2027-03-20'],
    ['after it went back', '2026-10-27T10:00:00Z', '2026-10-27'],
  ])('set up %s: two are over with minutes, one is tonight, the others are still to come', (_, when, today) => {
    const set = exampleEveningsAt(example, at(when))
    const days = (state: string) =>
      set.filter(({ meeting }) => meeting.state === state).map(({ meeting }) => localTime(meeting.startsAt))
    expect(days('minuted').map(({ day }) => day < today)).toEqual(Array.from({ length: 9 }, () => true))
    const published = days('published')
    expect(published.filter(({ day }) => day === today)).toHaveLength(8)
    expect(published.every(({ day }) => day >= today)).toBe(true)
    expect(new Set([...published, ...days('minuted')].map(({ time }) => time))).toEqual(new Set(['19:30']))
    expect(set).toHaveLength(50)
    for (const { facts, ballots } of set)
      for (const { at: then } of [...facts, ...ballots]) expect(then).toBeLessThan(at(when))
  })

  it('are the same each time', () => {
    const again = exampleEveningsAt(example, now)
    expect(again.map(({ meeting, facts, events, ballots }) => ({ meeting, facts, events, ballots }))).toEqual(
      evenings.map(({ meeting, facts, events, ballots }) => ({ meeting, facts, events, ballots })),
    )
  })

  it('have ids that may go in an address, each of one thing only', () => {
    const made = evenings.flatMap(({ meeting, now: { agenda, questions, polls, queue, minutes } }) => [
      meeting.id,
      ...[agenda, questions, polls, queue.speakers, minutes.decisions, minutes.actions].flatMap((things) =>
        things.map(({ id }): string => id),
      ),
    ])
    expect(new Set(made).size).toBe(made.length)
    for (const id of made) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
  })

  it('that are over and that is tonight have the agenda of their kind', () => {
    for (const {
      meeting,
      now: { agenda },
    } of evenings.filter(({ facts }) => facts.length > 0)) {
      const template = agendaTemplates[meeting.kind as keyof typeof agendaTemplates]
      expect(agenda.map(({ minutes, goal }) => ({ minutes, goal }))).toEqual(
        template.map(({ minutes, goal }) => ({ minutes, goal })),
      )
      for (const { title, id } of agenda) expect(title, id).toMatch(/^[A-Z]/)
    }
    expect(evenings.filter(({ facts }) => facts.length > 0)).toHaveLength(17)
  })
})

describe('[MINUTES-1] an evening of the example that is over', () => {
  it.each(over.map((each) => [each.meeting.id, each] as const))('%s has whole minutes', (_, { meeting, now: went }) => {
    const minutes = minutesOf(meeting, went, now)
    expect(minutes).toMatchObject({ state: 'complete' })
    expect(minutes.attendance.length).toBeGreaterThanOrEqual(6)
    const places = minutes.attendance.flatMap(({ times }) => times.map(({ mode }) => mode))
    expect(new Set(places)).toEqual(new Set(['room', 'remote']))
    for (const { title, spent, state, notes } of minutes.items) {
      expect(state, title).toBe('done')
      expect(spent, title).toBeGreaterThan(0)
      if (title === 'Pauze') expect(notes).toBe('')
    }
    const all = <Thing>(what: (item: (typeof minutes.items)[number]) => readonly Thing[]) => minutes.items.flatMap(what)
    expect(all(({ decisions }) => decisions)).toHaveLength(1)
    expect(all(({ actions }) => actions).length).toBeGreaterThan(0)
    const polls = all((item) => item.polls)
    expect(polls).toMatchObject([{ state: 'published' }])
    expect(polls[0]?.result?.cast).toBeGreaterThanOrEqual(5)
  })

  it('took longer than planned at some items', () => {
    const overrun = over.flatMap(({ meeting, now: went }) =>
      minutesOf(meeting, went, now).items.filter((item) => item.overrun > 0),
    )
    expect(overrun.length).toBeGreaterThan(4)
  })

  it('keeps to the place and the time it was planned for', () => {
    for (const { meeting, now: went } of over) {
      expect(meeting.place).not.toBe('')
      expect(went.spells[0]?.from).toBeLessThan(meeting.startsAt)
      expect(Math.abs((went.closedAt ?? 0) - meeting.endsAt)).toBeLessThan(30 * 60_000)
    }
  })

  it('[MODERATE-3] one of them leaves something for the lead', () => {
    const waiting = over.flatMap(({ now: { questions } }) => questions.filter(({ hidden }) => hidden?.appeal))
    expect(waiting).toHaveLength(1)
  })

  it('[RECORD-1] has all of it on the record, in ids', () => {
    const { facts, events, meeting } = evening('example-meeting-sport-green1')
    const expected = facts.flatMap((fact: RecordedMeetingFact) => meetingEvent(meeting, fact, eventHash) ?? [])
    expect(events).toEqual(expect.arrayContaining(expected))
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['meeting:plan', 'meeting:publish', 'meeting:open', 'meeting:close', 'meeting:minute']),
    )
    const text = JSON.stringify(events)
    for (const words of ['zwemlessen', 'hallen', 'Fatima El']) expect(text).not.toContain(words)
  })
})

const places = {
  'in a folder': () => Promise.resolve({}),
  'in PostgreSQL': async () => ({ DATABASE_URL: await aDatabase(inject('postgres')) }),
} as const

describe.each(Object.entries(places))('an installation with them, %s', (_, place) => {
  let environment: Record<string, string>
  let server: TestServer
  beforeAll(async () => {
    environment = { EXAMPLE_EVENINGS: 'on', ...(await place()) }
    server = await aServer(environment)
  })
  afterAll(() => server.close())

  const asks = async <Value>(person: string, path: string) => {
    const browser = await browserOf(server, person)
    return (await browser.goes(path)).body as Value
  }
  const sportFirst = 'example-meeting-sport-green1' as MeetingId

  it('shows them where they are looked for', async () => {
    const { plenary, themes: groups } = await asks<AllMeetingsAnswer>(inSeat('lead'), '/api/meetings')
    expect([plenary?.meetings.length, groups.map(({ meetings }) => meetings.length)]).toEqual([
      2,
      Array.from({ length: 8 }, () => 6),
    ])
    const { minutes, people } = await asks<MinutesAnswer>(inSeat('expert'), `/api/meetings/${sportFirst}/minutes`)
    expect(minutes).toMatchObject({ state: 'complete', attendance: { length: 6 } })
    expect(Object.values(people)).toContain('Nel Dijkshoorn')
    const { waiting } = await asks<ReportsAnswer>(inSeat('lead'), '/api/reports')
    expect(waiting).toBe(1)
  })

  it('lets the Chef open tonight’s, where the minutes of the last one are confirmed', async () => {
    const chef = await browserOf(server, inSeat('chef'))
    const tonight = 'example-meeting-sport-green2'
    expect((await chef.commands('/api/meetings/open', { meeting: tonight })).status).toBe(200)
    expect((await chef.commands('/api/meetings/confirm', { meeting: sportFirst, at: tonight })).status).toBe(200)
    const { hall } = await asks<MeetingNow>(inSeat('expert'), `/api/meetings/${tonight}/now`)
    expect(hall).toMatchObject({ state: 'running', agenda: { length: 8 } })
  })

  it('[POLL-13] [RECORD-4] holds: ballots say what was published, and the record is right', async () => {
    const read = await server.leaves(async (store) => {
      const boxes = await Promise.all(
        over.flatMap(({ now: { polls } }) =>
          polls.map(async (poll) => {
            const { result, ballotsRoot } = recounted(poll, await ballotsIn(store.ballotBoxes, poll))
            return [result, ballotsRoot, (await store.ballotBoxes.find(poll.id))?.state] as const
          }),
        ),
      )
      const meetings = await store.meetings.of(example.frame.dialogue.id)
      return { boxes, meetings: meetings.length, verdict: await verifyRecord(store) }
    })
    expect(read.boxes).toEqual(
      over.flatMap(({ now: { polls } }) => polls.map(({ result, ballotsRoot }) => [result, ballotsRoot, 'closed'])),
    )
    expect(read.verdict.chains).toMatchObject([{ chain: example.frame.dialogue.id, fault: null }])
    expect(read.verdict.chains[0]?.events).toBeGreaterThan(800)
    expect(read.meetings).toBe(50)
  })
})

describe('a start', () => {
  const meetingsAt = (server: TestServer) =>
    server
      .leaves(async ({ meetings, events }) => {
        const { id } = example.frame.dialogue
        const all = await events.read(id, { after: 0, limit: 10_000 })
        const planned = all.filter(({ type }) => type === 'meeting:plan').length
        return { meetings: (await meetings.of(id)).length, planned }
      })
      .finally(() => server.close())

  it('once more adds nothing', async () => {
    const folder = aFolder()
    const there = { DATA_DIR: folder.path, EXAMPLE_EVENINGS: 'on' }
    await (await aServer(there)).close()
    expect(await meetingsAt(await aServer(there))).toEqual({ meetings: 50, planned: 50 })
    folder.remove()
  })

  it('that was cut off is completed by the next one', async () => {
    const before = (store: Store) => keepEvenings(store, exampleEveningsAt(example, now))
    const server = await aServer({ EXAMPLE_EVENINGS: 'on' }, { before })
    const lead = await browserOf(server, inSeat('lead'))
    expect((await lead.goes('/api/home')).status).toBe(200)
    expect(await meetingsAt(server)).toEqual({ meetings: 50, planned: 50 })
  })

  it('without the setting has no evenings', async () => {
    expect(await meetingsAt(await aServer())).toEqual({ meetings: 0, planned: 0 })
  })
})
