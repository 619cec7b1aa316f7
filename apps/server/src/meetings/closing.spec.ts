import type { Instant, Meeting, MeetingFact, MeetingId, PersonId, PollId } from '@witboek/domain'
import { openInProcessLive, type Live } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { aPlan, HandClock } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountRates } from '../books/reading-pace.ts'
import { events } from '../events.ts'
import { setUpExample } from '../example/set-up.ts'
import { PollClock, writingMs } from '../features/polls/poll-clock.ts'
import { openLog } from '../log.ts'
import { aFolder } from '../testing/a-server.ts'
import { plan } from '../testing/an-evening.ts'
import { inSeat, sport } from '../testing/the-example.ts'
import { Metrics } from '../watch/metrics.ts'
import { LineWatch } from './line-watch.ts'
import { OpenMeetings } from './open-meetings.ts'
import { PeopleNow } from './people-now.ts'
import { Reactions } from './reactions.ts'

const id = 'evening' as MeetingId
const poll = 'poll' as PollId
const told = events(openLog('silent'), new Metrics())
const minute = 60_000
const day = 24 * 60 * minute

let folder: ReturnType<typeof aFolder>
let store: Store
let live: Live
let clock: HandClock
let surprises: unknown[]
/** While it is there, the store answers when it is opened, or not at all. */
let gate: PromiseWithResolvers<null> | null
/** How often somebody asked the store. */
let asked: number

beforeEach(async () => {
  folder = aFolder()
  store = await openEmbeddedStore(folder.path)
  live = openInProcessLive({ accountRates })
  clock = new HandClock()
  ;[surprises, gate, asked] = [[], null, 0]
  await setUpExample(store, clock.now(), told)
  const dialogue = (await store.dialogues.currentDialogue())?.id as Meeting['dialogue']
  const secrets = { code: null, roomKey: null, version: 1, cancelReason: '' } as const
  const times = { startsAt: plan.startsAt as Instant, endsAt: plan.endsAt as Instant }
  await store.meetings.add({ ...plan, ...times, ...secrets, id, dialogue, theme: sport.id, state: 'open' })
  const facts: readonly MeetingFact[] = [
    { type: 'meeting:opened' },
    { type: 'poll:drafted', poll, plan: aPlan({}), item: null },
    {
      ...{ type: 'poll:opened', poll, electorate: [inSeat('expert') as PersonId], electorateHash: '' },
      ...{ definitionHash: '', closesAt: (clock.now() + minute) as Instant },
    },
  ]
  const by = { by: null, role: null }
  await store.meetingLog.append(
    id,
    0,
    facts.map((fact) => ({ at: clock.now(), ...by, fact })),
  )
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const surprised = (cause: unknown) => void surprises.push(cause)
/** The store, behind the gate. */
function behindGate(): Store {
  const log: Store['meetingLog'] = {
    append: (...what) => store.meetingLog.append(...what),
    head: (meeting) => store.meetingLog.head(meeting),
    async read(...what) {
      asked += 1
      await gate?.promise
      return store.meetingLog.read(...what)
    },
  }
  return { ...store, together: (work) => store.together(work), meetings: store.meetings, meetingLog: log } as Store
}
const opens = () => new OpenMeetings({ store: behindGate(), notices: live.notices, clock, surprised })
/** As far as it goes by itself. */
const settles = async () => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
/** Told to stop while it waits at the gate, it stops once it has read what is behind it. */
async function endsWhatItReads(one: { close(): Promise<void> }): Promise<void> {
  await settles()
  let closed = false
  const closing = one.close().then(() => (closed = true))
  await settles()
  expect(closed).toBe(false)
  gate?.resolve(null)
  await closing
  gate = null
}
/** Nothing wakes up any more, and nothing went wrong. */
async function isQuiet(): Promise<void> {
  const before = asked
  for (let times = 0; times < 5; times += 1) {
    expect(clock.turn(day), 'timers that are left').toBe(0)
    await settles()
  }
  expect([asked - before, surprises]).toEqual([0, []])
}

describe('after a server was told to stop', () => {
  it('no meeting wakes up: not for its clock, not for others, not to be let go', async () => {
    const meetings = opens()
    await meetings.proceedings(id)
    meetings.watch(id)
    await meetings.close()
    await isQuiet()
    await meetings.proceedings(id)
    await live.notices.send({ type: 'meeting-changed', meeting: id, head: 9 })
    await settles()
    asked = 0
    await isQuiet()
  })

  it('a meeting that was being read is read to the end first', async () => {
    const meetings = opens()
    await meetings.proceedings(id)
    meetings.watch(id)
    gate = Promise.withResolvers()
    clock.turn(5_000)
    await endsWhatItReads(meetings)
    await isQuiet()
  })

  it('[POLL-5] the clock of polls ends what it is at, and begins nothing', async () => {
    const meetings = opens()
    const pollClock = new PollClock({ store: behindGate(), openMeetings: meetings, events: told, clock, surprised })
    await meetings.proceedings(id)
    gate = Promise.withResolvers()
    clock.turn(minute + writingMs + 1)
    await endsWhatItReads(pollClock)
    await meetings.close()
    expect((await meetings.proceedings(id)).polls).toMatchObject([{ id: poll, state: 'closed' }])
    await isQuiet()
  })

  it('[POLL-5] nor does it try again what went wrong just then', async () => {
    const meetings = opens()
    const pollClock = new PollClock({ store: behindGate(), openMeetings: meetings, events: told, clock, surprised })
    await meetings.proceedings(id)
    gate = Promise.withResolvers()
    clock.turn(minute + writingMs + 1)
    await settles()
    const closing = pollClock.close()
    gate.reject(new Error('away'))
    await closing
    gate = null
    await meetings.close()
    expect(surprises.splice(0)).toHaveLength(1)
    await isQuiet()
  })

  it('[ATTEND-3] nobody looks who has a line', async () => {
    const meetings = opens()
    meetings.watch(id)
    await meetings.proceedings(id)
    const peopleNow = new PeopleNow(store.people, () => clock.now())
    const lineWatch = new LineWatch({ store, peopleNow, live, openMeetings: meetings, clock, surprised })
    clock.turn(5_000)
    await lineWatch.close()
    await meetings.close()
    await isQuiet()
  })

  it('a reaction that comes late is not told', () => {
    vi.useFakeTimers()
    try {
      const reactions = new Reactions()
      reactions.close()
      reactions.add(id, 'applause')
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
