import { randomUUID } from 'node:crypto'
import { setImmediate as aTurn } from 'node:timers/promises'
import {
  electorateHash,
  pollIn,
  type Instant,
  type LoginId,
  type Meeting,
  type MeetingFact,
  type MeetingId,
  type PersonId,
  type Poll,
  type PollId,
  type PollVisibility,
} from '@witboek/domain'
import { openInProcessLive } from '@witboek/live'
import { eventHash, openEmbeddedStore, type Store } from '@witboek/store'
import { aPlan, HandClock, until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountRates } from '../../books/reading-pace.ts'
import { events } from '../../events.ts'
import { setUpExample } from '../../example/set-up.ts'
import { openLog } from '../../log.ts'
import type { Visitor } from '../../login/visitors.ts'
import { OpenMeetings } from '../../meetings/open-meetings.ts'
import { aFolder, aServer } from '../../testing/a-server.ts'
import { inSeat, sport } from '../../testing/the-example.ts'
import { Metrics } from '../../watch/metrics.ts'
import { castBallot } from './cast-ballot.ts'
import { castSecretBallot } from './cast-secret-ballot.ts'
import { FillingIn } from './filling.ts'
import { extendThePoll } from './lead-poll.ts'
import { PollClock, writingMs } from './poll-clock.ts'

const opening = Date.UTC(2026, 2, 31, 18) as Instant
const minute = 60_000
const meeting = 'the-evening' as MeetingId
const voters = [0, 1, 2, 3, 4, 5].map((nth) => inSeat('expert', { nth }) as PersonId)
const yes = { option: 'yes' }

let store: Store
let clock: HandClock
let folder: ReturnType<typeof aFolder>
const ends: (() => void)[] = []
beforeEach(async () => {
  folder = aFolder()
  clock = new HandClock(opening)
  store = await openEmbeddedStore(folder.path)
  await anOpenEvening(store)
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await store.close()
  folder.remove()
})

/** A meeting that is open, with nothing in it. */
async function anOpenEvening(into: Store): Promise<void> {
  await setUpExample(into, opening, events(openLog('silent'), new Metrics()))
  const dialogue = await into.dialogues.currentDialogue()
  if (!dialogue) throw new Error('there is no example')
  const evening: Meeting = {
    ...{
      id: meeting,
      dialogue: dialogue.id,
      theme: sport.id,
      kind: 'green1',
      title: 'Avond',
      place: '',
      remoteLink: '',
    },
    ...{ startsAt: opening, endsAt: (opening + 3 * 60 * minute) as Instant, state: 'open', code: 'CDFHJK' },
    ...{ roomKey: 'room-key', version: 1, cancelReason: '' },
  }
  await into.meetings.add(evening)
}

/** A poll of a minute that was opened at this instant. */
async function aPollOfAMinute(into: Store, at: Instant, visibility: PollVisibility = 'open'): Promise<PollId> {
  const poll = randomUUID() as PollId
  const facts: MeetingFact[] = [
    { type: 'meeting:opened' },
    { type: 'poll:drafted', poll, plan: aPlan({ closesAfter: 1, visibility }), item: null },
    {
      ...{ type: 'poll:opened', poll, electorate: [...voters].sort(), definitionHash: '', voterKey: 'a-key' },
      electorateHash: electorateHash(voters, eventHash),
      closesAt: (at + minute) as Instant,
    },
  ]
  const by = { by: inSeat('chef') as PersonId, role: 'chef' } as const
  const head = await into.meetingLog.head(meeting)
  await into.meetingLog.append(
    meeting,
    head,
    facts.map((fact) => ({ at, ...by, fact })),
  )
  await into.ballotBoxes.open({ poll, meeting, secret: visibility === 'secret' })
  return poll
}

/** A server as far as polls go, on this store and this clock. */
function aHouse() {
  const live = openInProcessLive({ accountRates })
  const told = events(openLog('silent'), new Metrics())
  const surprised = (cause: unknown) => {
    throw cause
  }
  const openMeetings = new OpenMeetings({ store, notices: live.notices, clock, surprised })
  const pollClock = new PollClock({ store, openMeetings, events: told, clock, surprised })
  ends.push(() => (pollClock.close(), openMeetings.close(), void live.close()))
  const filling = new FillingIn(live.presence)
  const hands = { store, live, openMeetings, filling, events: told, now: () => clock.now() }
  const visitor = async (person: string): Promise<Visitor> => {
    const known = (await store.people.find(person as PersonId)) ?? expect.fail('somebody')
    const [seat] = known.seats
    if (!seat) throw new Error(`${person} has no seat`)
    return { person: known, login: 'login' as LoginId, actor: { person: known.id, name: known.name, seat } }
  }
  return {
    openMeetings,
    casts: async (poll: PollId, nth: number, key = randomUUID()) =>
      castBallot(hands, { meeting, poll, key, choices: yes }, await visitor(voters[nth] ?? '')),
    castsInSecret: async (poll: PollId, nth: number) =>
      castSecretBallot(hands, { meeting, poll, choices: yes }, await visitor(voters[nth] ?? '')),
    extends: async (poll: PollId, closesAt: number) =>
      extendThePoll(hands, { meeting, poll, closesAt: closesAt as Instant }, await visitor(inSeat('chef'))),
    poll: async (poll: PollId): Promise<Poll> =>
      pollIn((await openMeetings.proceedings(meeting)).polls, poll) ?? expect.fail('a poll'),
  }
}

/** Turns the clock, and lets what that set off come to its end. */
async function turn(ms: number): Promise<void> {
  clock.turn(ms)
  for (let i = 0; i < 20; i++) await aTurn()
}

describe.each(['open', 'named', 'secret'] as const)(
  '[POLL-5] the last millisecond of a poll that is %s',
  (visibility) => {
    it('counts, and the one after it does not: by the clock of the server, with both times', async () => {
      const house = aHouse()
      const poll = await aPollOfAMinute(store, opening, visibility)
      const casts = (nth: number) => (visibility === 'secret' ? house.castsInSecret(poll, nth) : house.casts(poll, nth))
      await turn(minute - 1)
      expect(await casts(0)).toMatchObject({ ok: true })
      await turn(1)
      const at = opening + minute
      expect(await casts(1)).toEqual({ ok: false, refusal: { code: 'poll-closed', at, now: at } })
      await turn(1)
      expect(await casts(2)).toEqual({ ok: false, refusal: { code: 'poll-closed', at, now: at + 1 } })
      expect((await store.ballotBoxes.find(poll))?.cast).toBe(1)
      await turn(2 * writingMs)
      await until('it is closed', async () => (await house.poll(poll)).state === 'closed')
      expect(await casts(3)).toMatchObject({ refusal: { code: 'poll-closed', at } })
      expect(await store.ballotBoxes.find(poll)).toMatchObject({ state: 'closed', cast: 1 })
    })

    it('is theirs whose answer was lost: sent again after it, it was received', async () => {
      const house = aHouse()
      const poll = await aPollOfAMinute(store, opening, visibility)
      await turn(minute - 1)
      const key = randomUUID()
      const casts = () => (visibility === 'secret' ? house.castsInSecret(poll, 0) : house.casts(poll, 0, key))
      expect(await casts()).toMatchObject({ ok: true })
      await turn(2)
      expect(await casts(), 'while the last ones are written').toMatchObject({ ok: true })
      await turn(2 * writingMs)
      await until('it is closed', async () => (await house.poll(poll)).state === 'closed')
      expect(await casts(), 'and after it').toMatchObject({ ok: true })
      expect((await store.ballotBoxes.find(poll))?.cast).toBe(1)
    })
  },
)

describe('[POLL-5] a poll whose time is over', () => {
  it('is closed a moment later, when what came in before it has been written; nobody did that', async () => {
    const house = aHouse()
    const poll = await aPollOfAMinute(store, opening)
    expect((await house.poll(poll)).state).toBe('open')
    await turn(minute + 1)
    expect((await house.poll(poll)).state, 'it takes nothing, and is not closed yet').toBe('open')
    await turn(writingMs)
    await until('it is closed', async () => (await house.poll(poll)).state === 'closed')
    expect((await house.poll(poll)).closedAt).toBe(opening + minute)
    const facts = await store.meetingLog.read(meeting, { after: 0, limit: 100 })
    expect(facts.filter(({ fact }) => fact.type === 'poll:closed')).toMatchObject([{ by: null, role: null }])
  })

  it('is closed once, by whichever server is first', async () => {
    const houses = [aHouse(), aHouse(), aHouse()]
    const poll = await aPollOfAMinute(store, opening)
    for (const house of houses) await house.poll(poll)
    await turn(minute + 1)
    await turn(2 * writingMs)
    for (const house of houses) await until('it is closed', async () => (await house.poll(poll)).state === 'closed')
    const facts = await store.meetingLog.read(meeting, { after: 0, limit: 100 })
    expect(facts.filter(({ fact }) => fact.type === 'poll:closed')).toHaveLength(1)
  })

  it('stays open for who was given more time, each poll by its own', async () => {
    const house = aHouse()
    const [long, short] = [await aPollOfAMinute(store, opening), await aPollOfAMinute(store, opening)]
    expect(await house.extends(long, opening + 2 * minute)).toMatchObject({ ok: true })
    await turn(minute + 1)
    await turn(2 * writingMs)
    await until('the short one is closed', async () => (await house.poll(short)).state === 'closed')
    expect(await house.casts(long, 0)).toMatchObject({ ok: true })
    expect(await house.extends(short, opening + 3 * minute)).toMatchObject({ refusal: { code: 'poll-closed' } })
    await turn(minute)
    await turn(2 * writingMs)
    await until('the long one too', async () => (await house.poll(long)).state === 'closed')
  })
})

describe('[POLL-5] a server that was away when the time was over', () => {
  it('closes the poll as soon as it is back, also when nobody looks', async () => {
    let poll = '' as PollId
    const server = await aServer(
      {},
      {
        async before(into) {
          await anOpenEvening(into)
          const meetingNow = (await into.meetings.find(meeting)) ?? expect.fail('a meeting')
          const later = (Date.now() + 60 * minute) as Instant
          await into.meetings.change(meetingNow, { ...meetingNow, endsAt: later, version: 2 })
          poll = await aPollOfAMinute(into, (Date.now() - 10 * minute) as Instant)
        },
      },
    )
    await until('the log says so', () => server.log.some(({ msg }) => msg === 'poll changed'))
    const [box, facts] = await server.leaves(async (left) => [
      await left.ballotBoxes.find(poll),
      await left.meetingLog.read(meeting, { after: 0, limit: 100 }),
    ])
    expect(box).toMatchObject({ state: 'closed' })
    expect(facts.filter(({ fact }) => fact.type === 'poll:closed')).toMatchObject([{ by: null }])
  })
})
