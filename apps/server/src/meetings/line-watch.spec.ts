import type { Instant, Meeting, MeetingFact, MeetingId, Person, PersonId, PollId, SpeakerId } from '@witboek/domain'
import { atMeeting, openInProcessLive, type Live } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { aPlan, HandClock } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountRates } from '../books/reading-pace.ts'
import { events } from '../events.ts'
import { setUpExample } from '../example/set-up.ts'
import { openLog } from '../log.ts'
import { aFolder } from '../testing/a-server.ts'
import { plan } from '../testing/an-evening.ts'
import { inSeat, sport } from '../testing/the-example.ts'
import { Metrics } from '../watch/metrics.ts'
import { LineWatch } from './line-watch.ts'
import { OpenMeetings } from './open-meetings.ts'
import { PeopleNow } from './people-now.ts'

const [first, second] = ['evening-1', 'evening-2'] as [MeetingId, MeetingId]
const poll = 'poll' as PollId
const [ann, ben] = [inSeat('expert'), inSeat('expert', { nth: 1 })] as [PersonId, PersonId]

let folder: ReturnType<typeof aFolder>
let store: Store
let live: Live
let clock: HandClock
let openMeetings: OpenMeetings
let lineWatch: LineWatch
let surprises: unknown[]
/** The store does not answer for this meeting. */
let broken: MeetingId | null

beforeEach(async () => {
  folder = aFolder()
  store = await openEmbeddedStore(folder.path)
  live = openInProcessLive({ accountRates })
  clock = new HandClock()
  ;[surprises, broken] = [[], null]
  await setUpExample(store, clock.now(), events(openLog('silent'), new Metrics()))
  const dialogue = (await store.dialogues.currentDialogue())?.id as Meeting['dialogue']
  const secrets = { code: null, roomKey: null, version: 1, cancelReason: '' } as const
  const times = { startsAt: plan.startsAt as Instant, endsAt: plan.endsAt as Instant }
  for (const id of [first, second])
    await store.meetings.add({ ...plan, ...times, ...secrets, id, dialogue, theme: sport.id, state: 'open' })
  const surprised = (cause: unknown) => void surprises.push(cause)
  openMeetings = new OpenMeetings({ store, notices: live.notices, clock, surprised })
  const meetings = {
    find: (id: MeetingId) => (id === broken ? Promise.reject(new Error('away')) : store.meetings.find(id)),
  }
  lineWatch = new LineWatch({
    store: { dialogues: store.dialogues, people: store.people, meetings: meetings as Store['meetings'] },
    peopleNow: new PeopleNow(store.people, () => clock.now()),
    live,
    openMeetings,
    clock,
    surprised,
  })
  for (const id of [first, second]) {
    openMeetings.watch(id)
    const came = (person: PersonId): MeetingFact => ({
      ...{ type: 'attendance:checked-in', person, role: 'expert', mode: 'remote', way: 'login' },
    })
    await happens(id, { type: 'meeting:opened' }, came(ann), came(ben))
    await live.presence.say(`page of ${ben} at ${id}`, atMeeting(id), {
      person: ben,
      name: '',
      role: 'expert',
      section: null,
    })
  }
})
afterEach(async () => {
  await lineWatch.close()
  await openMeetings.close()
  await live.close()
  await store.close()
  folder.remove()
})

async function happens(id: MeetingId, ...facts: readonly MeetingFact[]): Promise<void> {
  const meeting = (await store.meetings.find(id)) as Meeting
  await openMeetings.act(meeting, null, () => ({ ok: true, value: facts }))
}
const stateOf = (id: MeetingId, person: PersonId) => openMeetings.known(id)?.attendance.get(person)?.state
/** So much time goes by, and the server looks as often as it does. */
async function goesBy(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5_000) {
    clock.turn(Math.min(left, 5_000))
    for (let i = 0; i < 30; i++) await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('[ATTEND-3] somebody at home whose line is gone', () => {
  it('is away after a minute, and back with the line', async () => {
    await goesBy(55_000)
    expect(stateOf(first, ann)).toBe('present')
    await goesBy(20_000)
    expect([stateOf(first, ann), stateOf(first, ben)]).toEqual(['away', 'present'])
    await live.presence.say(`page of ${ann}`, atMeeting(first), {
      person: ann,
      name: '',
      role: 'expert',
      section: null,
    })
    await goesBy(10_000)
    expect(stateOf(first, ann)).toBe('present')
  })

  it('[POLL-6] is back in the polls that opened meanwhile, too', async () => {
    await goesBy(75_000)
    await happens(
      first,
      { type: 'poll:drafted', poll, plan: aPlan({ requiresPresence: true, visibility: 'named' }), item: null },
      { type: 'poll:opened', poll, electorate: [ben], electorateHash: '', definitionHash: '', closesAt: null },
    )
    await live.presence.say(`page of ${ann}`, atMeeting(first), {
      person: ann,
      name: '',
      role: 'expert',
      section: null,
    })
    await goesBy(10_000)
    expect(openMeetings.known(first)?.polls[0]?.joined).toEqual([ann])
  })

  it('is away at every meeting that the store answers for', async () => {
    broken = first
    await goesBy(90_000)
    expect(surprises.length).toBeGreaterThan(0)
    expect(stateOf(second, ann)).toBe('away')
    broken = null
    await goesBy(10_000)
    expect(stateOf(first, ann)).toBe('away')
  })
})

describe('[ATTEND-5] somebody whose seat ended at the very moment in which they came in', () => {
  it('is not here any more, and has no hand up', async () => {
    const raised = { speaker: 'hand' as SpeakerId, person: ben, kind: 'normal', mode: 'remote', note: '', item: null }
    await happens(first, { type: 'speaker:raised', ...raised } as MeetingFact)
    const person = (await store.people.find(ben)) as Person
    await store.people.save({ ...person, seats: [] })
    await goesBy(10_000)
    expect([stateOf(first, ben), stateOf(second, ben)]).toEqual(['left', 'left'])
    expect(openMeetings.known(first)?.queue.speakers.map(({ state }) => state)).toEqual(['withdrawn'])
    expect(stateOf(first, ann)).toBe('present')
  })
})
