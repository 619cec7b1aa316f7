import { EventEmitter } from 'node:events'
import { systemClock } from '@witboek/book'
import type { Answer } from '@witboek/contract'
import type { Actor, Instant, Meeting, MeetingFact, MeetingId, PersonId, PollId } from '@witboek/domain'
import { atBallot, atMeeting, openInProcessLive, type Live } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { aPlan } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountRates } from '../books/reading-pace.ts'
import { events } from '../events.ts'
import { setUpExample } from '../example/set-up.ts'
import { meetingLine } from '../features/meeting-acts/socket.ts'
import { FillingIn } from '../features/polls/filling.ts'
import { openLog } from '../log.ts'
import type { BookSocket, BookSockets } from '../sockets.ts'
import { Surprises } from '../surprises.ts'
import { aFolder } from '../testing/a-server.ts'
import { plan } from '../testing/an-evening.ts'
import { inSeat, sport } from '../testing/the-example.ts'
import { Metrics } from '../watch/metrics.ts'
import { MeetingNews } from './meeting-news.ts'
import { OpenMeetings } from './open-meetings.ts'
import { Reactions } from './reactions.ts'

const id = 'evening' as MeetingId
const poll = 'poll' as PollId
const [one, other] = [inSeat('expert'), inSeat('expert', { nth: 1 })] as [PersonId, PersonId]
const now = () => Date.now() as Instant

/** A page's end of a line, as far as the server sees it. */
class Page extends EventEmitter {
  readonly id: string
  readonly data: { readonly actor: Actor }
  readonly heard: string[] = []
  connected = true

  constructor(person: PersonId) {
    super()
    this.id = `page of ${person}`
    this.data = { actor: { person, name: '', seat: { role: 'expert', theme: sport.id } } }
  }

  join(): void {
    // Rooms are Socket.IO's.
  }
  leave(): void {
    // The same.
  }
  ends(): void {
    this.connected = false
    this.emit('disconnect')
  }
  sends(name: string, message: unknown): Promise<Answer<unknown>> {
    return new Promise((resolve) => void this.emit(name, message, resolve))
  }
}
const asSocket = (page: Page): BookSocket => page as unknown as BookSocket

let folder: ReturnType<typeof aFolder>
let store: Store
let live: Live
let openMeetings: OpenMeetings
let news: MeetingNews
let wait: Promise<void>
let goOn: () => void
let pages: Page[]

beforeEach(async () => {
  const [log, metrics] = [openLog('silent'), new Metrics()]
  folder = aFolder()
  store = await openEmbeddedStore(folder.path)
  live = openInProcessLive({ accountRates })
  await setUpExample(store, now(), events(log, metrics))
  const dialogue = (await store.dialogues.currentDialogue())?.id as Meeting['dialogue']
  const secrets = { code: null, roomKey: null, version: 1, cancelReason: '' } as const
  const times = { startsAt: plan.startsAt as Instant, endsAt: plan.endsAt as Instant }
  await store.meetings.add({ ...plan, ...times, ...secrets, id, dialogue, theme: sport.id, state: 'open' })
  const facts: readonly MeetingFact[] = [
    { type: 'meeting:opened' },
    { type: 'poll:drafted', poll, plan: aPlan({ visibility: 'named' }), item: null },
    { type: 'poll:opened', poll, electorate: [one, other], electorateHash: '', definitionHash: '', closesAt: null },
  ]
  await store.meetingLog.append(
    id,
    0,
    facts.map((fact) => ({ at: now(), by: null, role: null, fact })),
  )
  await store.ballotBoxes.open({ poll, meeting: id, secret: false })
  const surprised = (cause: unknown) => {
    throw cause
  }
  openMeetings = new OpenMeetings({ store, notices: live.notices, clock: systemClock, surprised })
  wait = Promise.resolve()
  pages = []
  news = new MeetingNews({
    store,
    openMeetings,
    peopleNow: { all: () => wait.then(() => new Map()) } as never,
    pollsShown: () => Promise.resolve([]),
    ballotsOf: () => Promise.resolve(new Map()),
    surprises: new Surprises(log, metrics),
    now,
  })
  const local = { to: () => ({ emit: (name: string) => pages.forEach(({ heard }) => heard.push(name)) }) }
  news.goesOver({ local } as unknown as BookSockets)
})
afterEach(async () => {
  news.close()
  await openMeetings.close()
  await live.close()
  await store.close()
  folder.remove()
})

const holdsUp = () => (wait = new Promise((resolve) => (goOn = resolve)))
const tick = () => new Promise((resolve) => setImmediate(resolve))
const comes = (person: PersonId): Page => {
  const page = new Page(person)
  const attempts = { ...live.attempts, take: () => wait.then(() => 0) } as Live['attempts']
  meetingLine(
    asSocket(page),
    {
      store,
      live: { ...live, attempts, presence: live.presence },
      openMeetings,
      filling: new FillingIn(live.presence),
      surprises: new Surprises(openLog('silent'), new Metrics()),
    },
    { news, reactions: new Reactions() },
  )
  pages.push(page)
  return page
}

describe('a line that ends while its page is answered', () => {
  it.each(['before it is looked up', 'while the meeting is read'])(
    '[ATTEND-3] %s: nobody is watching, and nobody is seen',
    async (when) => {
      const page = comes(one)
      void holdsUp()
      const asked = page.sends('meeting:watch', { meeting: id })
      if (when === 'while the meeting is read') for (let i = 0; i < 50; i++) await tick()
      page.ends()
      goOn()
      expect(await asked).toMatchObject({ ok: true })
      expect(openMeetings.watched()).toEqual([])
      expect(await live.presence.list(atMeeting(id))).toEqual([])
    },
  )

  it('[POLL-10] is waited for by nobody', async () => {
    const page = comes(one)
    void holdsUp()
    const asked = page.sends('meeting:fill', { meeting: id, poll })
    for (let i = 0; i < 50; i++) await tick()
    page.ends()
    goOn()
    expect(await asked).toMatchObject({ ok: true })
    expect(await live.presence.list(atBallot(poll))).toEqual([])
  })

  it('[POLL-10] and a page that closes its ballot at once is not waited for either', async () => {
    const page = comes(one)
    await page.sends('meeting:fill', { meeting: id, poll })
    expect(await live.presence.list(atBallot(poll))).toHaveLength(1)
    await page.sends('meeting:fill', { meeting: id, poll: null })
    const both = [
      page.sends('meeting:fill', { meeting: id, poll }),
      page.sends('meeting:fill', { meeting: id, poll: null }),
    ]
    await Promise.all(both)
    expect(await live.presence.list(atBallot(poll))).toEqual([])
  })

  it('waits for its end once, however often it asks', async () => {
    const page = comes(one)
    const before = page.listenerCount('disconnect')
    for (let times = 0; times < 20; times++) await page.sends('meeting:watch', { meeting: id })
    expect(page.listenerCount('disconnect') - before).toBe(1)
    page.ends()
    expect(openMeetings.watched()).toEqual([])
  })

  it('[EVENING-3] whoever comes while the last one goes is told what happens from then on', async () => {
    const [first, second] = [comes(one), comes(other)]
    await first.sends('meeting:watch', { meeting: id })
    void holdsUp()
    const asked = second.sends('meeting:watch', { meeting: id })
    for (let i = 0; i < 50; i++) await tick()
    first.ends()
    goOn()
    await asked
    expect(openMeetings.watched()).toEqual([id])
    second.heard.length = 0
    const meeting = (await store.meetings.find(id)) as Meeting
    await openMeetings.act(meeting, null, () => ({ ok: true, value: [{ type: 'queue:closed' }] }))
    await expect.poll(() => second.heard).toContain('meeting:hall')
  })
})

it('[EVENING-10] of two views that are made at once, the one that began to look later is the newer one', async () => {
  const actor = comes(one).data.actor
  void holdsUp()
  const slow = news.now(id, actor)
  for (let i = 0; i < 50; i++) await tick()
  const letGo = goOn
  wait = Promise.resolve()
  const meeting = (await store.meetings.find(id)) as Meeting
  await openMeetings.act(meeting, null, () => ({ ok: true, value: [{ type: 'queue:closed' }] }))
  const late = await news.now(id, actor)
  letGo()
  const early = await slow
  if (!early.ok || !late.ok) throw new Error('refused')
  expect([early.value.hall.queue.closed, late.value.hall.queue.closed]).toEqual([false, true])
  expect(late.value.hall.version).toBeGreaterThan(early.value.hall.version)
})
