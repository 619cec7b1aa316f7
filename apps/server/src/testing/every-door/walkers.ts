import { setUpExample } from '../../example/set-up.ts'
import { events } from '../../events.ts'
import { openLog } from '../../log.ts'
import { hashOf } from '../../login/secrets.ts'
import { Metrics } from '../../watch/metrics.ts'
import type {
  Admission,
  DialogueId,
  Instant,
  Invitation,
  LoginId,
  Meeting,
  ParkedEdit,
  PersonId,
  Phase,
  Seat,
  ThemeId,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import { sport, sportBook } from '../the-example.ts'

const elsewhere = 'example-theme-onderwijs' as ThemeId
const now = Date.now() as Instant
const later = (now + 3_600_000) as Instant

/** A meeting that is open, and one that is over: what is asked of that one changes nothing. */
export const openMeeting = 'walk-meeting-open' as Meeting['id']
export const closedMeeting = 'walk-meeting-closed' as Meeting['id']
export const oldInvitation = 'walk-invitation' as Invitation['id']
export const oldParked = 'walk-parked' as ParkedEdit['id']

const ownGuest = { meeting: openMeeting, writes: false }

/** Everybody who walks by every door: each role, in the theme that is asked about and in another one. */
const seats = {
  'expert@own': { role: 'expert', theme: sport.id },
  'expert@other': { role: 'expert', theme: elsewhere },
  'chef@own': { role: 'chef', theme: sport.id },
  'chef@other': { role: 'chef', theme: elsewhere },
  'guest@own': { role: 'guest', theme: sport.id, guest: ownGuest },
  'guest@own who writes': { role: 'guest', theme: sport.id, guest: { ...ownGuest, writes: true } },
  'guest@other': {
    role: 'guest',
    theme: elsewhere,
    guest: { meeting: 'walk-elsewhere' as Meeting['id'], writes: true },
  },
  civilServant: { role: 'civilServant', theme: null },
  financialAdviser: { role: 'financialAdviser', theme: null },
  lead: { role: 'lead', theme: null },
  clerk: { role: 'clerk', theme: null },
  college: { role: 'college', theme: null },
  councillor: { role: 'councillor', theme: null },
  administrator: { role: 'administrator', theme: null },
  auditor: { role: 'auditor', theme: null },
} as const satisfies Readonly<Record<string, Seat>>

export type Walker = keyof typeof seats | 'nobody' | 'signed in without a seat'
export const walkers = ['nobody', 'signed in without a seat', ...Object.keys(seats)] as readonly Walker[]

const personOf = (walker: Walker): PersonId => `walk-${walker.replaceAll(/\W+/g, '-')}` as PersonId
const tokenOf = (walker: Walker): string => `token-of-${personOf(walker)}`

/** The cookie that a walker brings; `nobody` has none. */
export const cookieOf = (walker: Walker): string => (walker === 'nobody' ? '' : `witboek-login=${tokenOf(walker)}`)

/** The example in this phase, with everybody who walks signed in, and something to ask about. */
export const inPhase =
  (phase: Phase) =>
  async (store: Store): Promise<void> => {
    await setUpExample(store, now, events(openLog('silent'), new Metrics()))
    const dialogue = await store.dialogues.currentDialogue()
    if (!dialogue) throw new Error('there is no example')
    await store.dialogues.change(dialogue, { phase, editorialRemarks: true })
    for (const walker of walkers) if (walker !== 'nobody') await comesIn(store, walker)
    await something(store, dialogue.id)
  }

async function comesIn(store: Store, walker: Exclude<Walker, 'nobody'>): Promise<void> {
  const person = personOf(walker)
  const held = walker === 'signed in without a seat' ? [] : [seats[walker]]
  await store.people.save({ id: person, name: walker, background: '', seats: held })
  await store.logins.start({
    id: `login-${person}` as LoginId,
    tokenHash: hashOf(tokenOf(walker)),
    person,
    seatIndex: 0,
    createdAt: now,
    expiresAt: later,
    how: 'link',
    device: '',
    seenAt: now,
  })
}

async function something(store: Store, dialogue: DialogueId): Promise<void> {
  const meeting: Meeting = {
    id: openMeeting,
    dialogue,
    theme: sport.id,
    kind: 'green1',
    title: 'Eerste avond',
    place: 'Raadzaal',
    remoteLink: '',
    startsAt: now,
    endsAt: later,
    state: 'open',
    code: 'CDFHJK',
    roomKey: 'walk-room-key',
    version: 1,
    cancelReason: '',
  }
  await store.meetings.add(meeting)
  await store.meetings.add({ ...meeting, id: closedMeeting, state: 'closed', code: null, roomKey: null })
  await store.admissions.ask({
    id: 'walk-admission' as Admission['id'],
    meeting: closedMeeting,
    person: 'walk-guest-gone' as PersonId,
    state: 'ended',
    writes: false,
    askedAt: now,
  })
  await store.invitations.add(
    {
      id: oldInvitation,
      dialogue,
      theme: sport.id,
      role: 'expert',
      email: 'iemand@voorbeeld.example',
      name: '',
      language: 'nl',
      letter: '',
      by: personOf('chef@own'),
      state: 'withdrawn',
      createdAt: now,
      sentAt: now,
      sends: 1,
      expiresAt: later,
      answeredAt: null,
      person: null,
    },
    'walk-invitation-hash',
  )
  await store.parkedEdits.keep(
    {
      id: oldParked,
      book: sportBook.book.id,
      section: sportBook.sections[0]?.section as ParkedEdit['section'],
      writer: personOf('expert@own'),
      at: now,
      code: 'section-locked',
      pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: 'later' }] }] }],
      state: 'withdrawn',
    },
    9,
  )
}
