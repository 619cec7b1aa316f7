import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { OpenBooks } from '@witboek/book'
import {
  eventBy,
  type AdmissionId,
  type Instant,
  type InvitationId,
  type LoginId,
  type MeetingId,
  type PasskeyId,
  type PersonId,
  type Phase,
  type RetentionCounts,
} from '@witboek/domain'
import { openInProcessLive } from '@witboek/live'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { HandClock, until } from '@witboek/testkit'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { accountRates } from '../books/reading-pace.ts'
import { events as eventsOf } from '../events.ts'
import { exampleDialogue } from '../example/index.ts'
import { openLog } from '../log.ts'
import { Visitors } from '../login/visitors.ts'
import { OpenMeetings } from '../meetings/open-meetings.ts'
import { Surprises } from '../surprises.ts'
import { aHouse } from '../testing/a-house.ts'
import { aFolder, type LogLine } from '../testing/a-server.ts'
import { sport } from '../testing/the-example.ts'
import { Metrics } from '../watch/metrics.ts'
import { RetentionKeeper } from './retention-keeper.ts'

const { frame } = exampleDialogue()
const dialogue = frame.dialogue.id
const hour = 60 * 60 * 1000
const day = 24 * hour
const [lies, gijs, noor] = ['lies', 'gijs', 'noor'] as PersonId[] as [PersonId, PersonId, PersonId]

let folder: ReturnType<typeof aFolder>
let store: Store
let clock: HandClock
let log: LogLine[]
beforeEach(async () => {
  folder = aFolder()
  store = await openEmbeddedStore(folder.path)
  clock = new HandClock()
  log = []
  onTestFinished(folder.remove)
  await reaches('green')
})
afterEach(() => store.close())

/** One server's keeper on this store; it has looked for the first time when this resolves. */
async function aKeeper(of: Store = store): Promise<RetentionKeeper> {
  const metrics = new Metrics()
  const said = openLog('info', { write: (line) => void log.push(JSON.parse(line) as LogLine) })
  const events = eventsOf(said, metrics)
  const { notices } = openInProcessLive({ accountRates })
  const surprised = (cause: unknown) => expect.fail(String(cause))
  const visitors = new Visitors({ logins: of.logins, people: of.people, clock, notices, surprised })
  const open = new OpenBooks({
    log: of.bookLog,
    bus: null,
    clock,
    rightsNow: async () => () => null,
    gaveUp: (book) => surprised(book),
    noted: () => undefined,
  })
  const openMeetings = new OpenMeetings({ store: of, notices, clock, surprised })
  const keeper = new RetentionKeeper(
    { store: of, open, openMeetings, visitors, events, surprises: new Surprises(said, metrics) },
    clock,
  )
  onTestFinished(async () => {
    await keeper.close()
    await open.close()
    await openMeetings.close()
    visitors.close()
  })
  keeper.start()
  await keeper.settled()
  return keeper
}

const erased = async (of: Store = store): Promise<readonly Partial<RetentionCounts>[]> =>
  (await of.events.read(dialogue, { after: 0, limit: 1_000 }))
    .filter(({ type }) => type === 'retention:erase')
    .map(({ details }) => Object.fromEntries(Object.entries(details).filter(([, count]) => count !== 0)))

async function reaches(phase: Phase): Promise<void> {
  await store.dialogues.save({ ...frame, dialogue: { ...frame.dialogue, phase } }, clock.now())
  const lead = { person: lies, seat: { role: 'lead', theme: null } } as const
  await store.events.append(dialogue, [eventBy(lead, clock.now(), 'phase:reach', dialogue, { phase })])
}

async function comesAsGuest(person: PersonId, { name = 'Gijs', of = store } = {}): Promise<void> {
  const now = clock.now()
  const meeting = {
    id: 'meeting' as MeetingId,
    dialogue,
    theme: sport.id,
    kind: 'green1',
    title: 'Eerste avond',
    place: '',
    remoteLink: '',
    startsAt: now,
    endsAt: later(hour),
    state: 'closed',
    code: null,
    roomKey: null,
    version: 1,
    cancelReason: '',
  } as const
  if (!(await of.meetings.find(meeting.id))) await of.meetings.add(meeting)
  const seat = { role: 'guest', theme: sport.id, guest: { meeting: meeting.id, writes: true } } as const
  await of.people.save({ id: person, name, background: '', seats: [seat] })
  await of.consents.give({ person, text: 'guest', version: 1, at: now })
  await of.admissions.ask({
    id: `admission-${person}` as AdmissionId,
    meeting: meeting.id,
    person,
    state: 'admitted',
    writes: true,
    askedAt: now,
  })
}

/** What is kept, from which moment on and how long, and whether it is still there. */
const kept: readonly {
  readonly what: string
  readonly days: number
  readonly counts: Partial<RetentionCounts>
  readonly keep: () => Promise<void>
  readonly isThere: () => Promise<boolean>
}[] = [
  {
    what: 'a login that has expired',
    days: 0,
    counts: { login: 1 },
    async keep() {
      const now = clock.now()
      await store.people.save({ id: noor, name: 'Noor', background: '', seats: [] })
      const login = { person: noor, seatIndex: 0, createdAt: now, how: 'link', device: '', seenAt: now } as const
      await store.logins.start({ ...login, id: 'login' as LoginId, tokenHash: 'hash', expiresAt: later(hour) })
    },
    isThere: async () => rowsOf('login') > 0,
  },
  {
    what: 'a link that has expired',
    days: 0,
    counts: { ticket: 1 },
    keep: () => store.tickets.issue({ hash: 'h', kind: 'link', person: noor, content: {}, expiresAt: later(hour) }),
    isThere: async () => rowsOf('ticket') > 0,
  },
  {
    what: 'who was invited and did not answer',
    days: 30,
    counts: { invitation: 1 },
    keep: () => invites({ expiresAt: later(hour) }),
    isThere: async () => (await invited()) !== '',
  },
  {
    what: 'the letter to who accepted',
    days: 30,
    counts: { invitation: 1 },
    keep: () => invites({ expiresAt: later(21 * day), state: 'accepted', answeredAt: later(hour), person: noor }),
    isThere: async () => (await invited()) !== '',
  },
  {
    what: 'the name of a guest',
    days: 30,
    counts: { guest: 1 },
    async keep() {
      await comesAsGuest(gijs)
      const login = { person: gijs, seatIndex: 0, createdAt: clock.now(), how: 'guest', device: '' } as const
      const lasts = { seenAt: clock.now(), expiresAt: later(400 * day) }
      await store.logins.start({ ...login, ...lasts, id: 'login' as LoginId, tokenHash: 'hash' })
    },
    async isThere() {
      const person = await store.people.find(gijs)
      const login = await store.logins.find('hash', clock.now())
      expect([person?.name, person?.seats.length, login?.person]).toEqual(
        person?.name === 'Gijs' ? ['Gijs', 1, gijs] : ['Oud-deelnemer 1', 0, undefined],
      )
      return person?.name === 'Gijs'
    },
  },
  {
    what: 'how to reach everybody',
    days: 365,
    counts: { contact: 2 },
    async keep() {
      for (const id of [noor, gijs]) await store.people.save({ id, name: id, background: '', seats: [] })
      await store.contacts.save({ person: noor, realName: 'Noor V', email: 'noor@voorbeeld.example', language: 'nl' })
      await store.identities.add({ issuer: 'https://inloggen.voorbeeld.example', subject: '17', person: gijs })
      await store.passkeys.add({
        ...{ id: 'key' as PasskeyId, person: noor, publicKey: Uint8Array.of(1), counter: 0, transports: [] },
        ...{ name: 'Telefoon', createdAt: clock.now(), usedAt: null },
      })
      await store.calendarKeys.give(gijs, 'calendar-hash')
      await store.meetingLetters.stop(noor)
      clock.turn(hour)
      await reaches('archived')
    },
    async isThere() {
      const [contact, identities, passkeys] = [
        await store.contacts.of(noor),
        await store.identities.of(gijs),
        await store.passkeys.of(noor),
      ]
      const calendar = await store.calendarKeys.has(gijs)
      const noMail = (await store.meetingLetters.stopped()).has(noor)
      const there = [contact !== null, identities.length > 0, passkeys.length > 0, calendar, noMail]
      expect(new Set(there).size, 'all or nothing').toBe(1)
      expect((await store.people.find(noor))?.name, 'the public name stays').toBe(noor)
      return contact !== null
    },
  },
]

/** Of what no port shows once it is too old. */
function rowsOf(table: 'login' | 'ticket'): number {
  const database = new DatabaseSync(join(folder.path, 'witboek.sqlite'), { readOnly: true })
  const rows = database.prepare(`select * from ${table}`).all()
  database.close()
  return rows.length
}

const later = (ms: number): Instant => (clock.now() + ms) as Instant
const invited = async () => (await store.invitations.of(dialogue)).map((i) => i.name + i.email + i.letter).join('')
const invites = (change: object) =>
  store.invitations.add(
    {
      id: 'invitation' as InvitationId,
      dialogue,
      theme: sport.id,
      role: 'expert',
      email: 'noor@voorbeeld.example',
      name: 'Noor',
      language: 'nl',
      letter: 'Doe je mee?',
      by: lies,
      state: 'sent',
      createdAt: clock.now(),
      sentAt: clock.now(),
      sends: 1,
      expiresAt: later(hour),
      answeredAt: null,
      person: null,
      ...change,
    },
    'token',
  )

describe('[PRIVACY-7] what goes by itself', () => {
  it.each(kept)('$what: after $days days, and then once', async ({ days, counts, keep, isThere }) => {
    // The clock of each begins an hour after this.
    const due = later(hour + days * day)
    await keep()
    clock.turn(due - clock.now() - 1)
    const keeper = await aKeeper()
    expect(await isThere()).toBe(true)
    expect(await erased()).toEqual([])
    clock.turn(hour)
    await keeper.settled()
    expect(await isThere()).toBe(false)
    expect(await erased()).toEqual([counts])
    for (let i = 0; i < 3; i += 1) {
      clock.turn(hour)
      await keeper.settled()
    }
    expect(await erased(), 'and nothing after').toEqual([counts])
    expect(log.filter(({ msg }) => msg === 'what was kept long enough is gone')).toMatchObject([counts])
    expect(JSON.stringify(log)).not.toMatch(/Gijs|Noor|voorbeeld\.example/)
  })

  it('of a guest leaves the pseudonym and says whose name went, as nobody’s deed', async () => {
    await comesAsGuest(gijs)
    clock.turn(31 * day)
    await aKeeper()
    const events = await store.events.read(dialogue, { after: 0, limit: 100 })
    expect(events.filter(({ type }) => type === 'person:erase')).toMatchObject([
      { actor: null, role: null, subject: gijs, details: { keptName: false } },
    ])
    expect(await store.people.erased()).toEqual([gijs])
    expect(await store.consents.of(gijs)).toEqual([])
  })

  it('is done bit by bit when there is much of it, so that nobody waits long', async () => {
    for (let i = 0; i < 35; i += 1) await comesAsGuest(`guest-${i}` as PersonId)
    clock.turn(31 * day)
    const keeper = await aKeeper()
    expect(await store.people.erased()).toHaveLength(30)
    clock.turn(hour)
    await keeper.settled()
    expect(await store.people.erased()).toHaveLength(35)
    const names = new Set((await store.people.all()).map(({ name }) => name))
    expect(names.size, 'each has a name of their own').toBe(35)
    expect(await erased()).toEqual([{ guest: 30 }, { guest: 5 }])
  })

  it('does not go while the dialogue is not archived, however long it takes', async () => {
    await store.contacts.save({ person: noor, realName: 'Noor V', email: 'noor@voorbeeld.example', language: 'nl' })
    clock.turn(2_000 * day)
    await aKeeper()
    expect(await store.contacts.of(noor)).not.toBeNull()
  })

  it('is tried again when the store could not be asked', async () => {
    await invites({})
    clock.turn(40 * day)
    let away = true
    const shaky: Store = {
      ...store,
      together: (work) => (away ? Promise.reject(new Error('away')) : store.together(work)),
    }
    const keeper = await aKeeper(shaky)
    expect(log.map(({ msg }) => msg)).toContain('what was kept long enough could not be erased')
    expect(await erased()).toEqual([])
    away = false
    clock.turn(hour)
    await keeper.settled()
    expect(await erased()).toEqual([{ invitation: 1 }])
  })
})

describe('[PRIVACY-7] several servers', () => {
  it('do it once, when all look at the same moment', async () => {
    const url = await aDatabase(inject('postgres'))
    const stores = await Promise.all([openPostgresStore(url), openPostgresStore(url)])
    const [first] = stores
    await first.dialogues.save(frame, clock.now())
    await comesAsGuest(gijs, { of: first })
    clock.turn(31 * day)
    await Promise.all(stores.map((of) => aKeeper(of)))
    expect(await erased(first)).toEqual([{ guest: 1 }])
    expect((await first.people.find(gijs))?.name).toBe('Oud-deelnemer 1')
    onTestFinished(async () => void (await Promise.all(stores.map((of) => of.close()))))
  })

  it('do so as real servers, when they start', async () => {
    const old = clock.now()
    const before = async (of: Store) => {
      await comesAsGuest(gijs, { of })
      await of.contacts.save({ person: noor, realName: 'Noor V', email: 'noor@voorbeeld.example', language: 'nl' })
    }
    expect(old).toBeLessThan(Date.now() - 31 * day)
    const house = await aHouse(inject('postgres'), {}, { before })
    onTestFinished(() => house.close())
    const said = () =>
      [...house.one.server.log, ...house.other.server.log].filter(
        ({ msg }) => msg === 'what was kept long enough is gone',
      )
    await until('a server has said so', () => said().length > 0)
    expect(said()).toMatchObject([{ guest: 1, contact: 0 }])
  })
})
