import {
  isRunning,
  nextPseudonym,
  ok,
  refuse,
  takesPart,
  withSeat,
  type Admission,
  type Contact,
  type Dialogue,
  type Meeting,
  type NewEvent,
  type Person,
  type PersonId,
  type Result,
} from '@witboek/domain'
import type { Together } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { hashOf } from '../../login/secrets.ts'
import type { Visitor } from '../../login/visitors.ts'
import { newId } from '../../new-id.ts'
import { forgetPerson } from '../erasure/forget-person.ts'
import { addressTicket } from './address-mail.ts'
import { consentVersion } from './join.ts'

/** Who has shown to read the mail at an address. */
interface Confirmed {
  readonly person: PersonId
  /** The number of the seat they go on in. */
  readonly seat: number
  /** `known`: the address was somebody's already, who takes the guest's place from now on. */
  readonly outcome: 'confirmed' | 'known'
  /** This browser is signed in as that person already. */
  readonly isHere: boolean
}

/** What the ticket in the mail says. */
type Claim = Pick<Contact, 'language'> & { readonly email: string; readonly guest: Person }

/**
 * The button on the page that the mail leads to (GUEST-7). An address that is nobody's becomes the guest's own. One that is
 * somebody's already says that the guest is that somebody, who takes over what the guest had been given; the guest of a few
 * minutes ago is forgotten. Whoever typed an address that is not theirs gains nothing by it: only the reader of its mail is
 * signed in, and every other login and passkey of the guest ends.
 */
export async function confirmAddress(hands: Hands, token: string, visitor: Visitor | null): Promise<Result<Confirmed>> {
  const { store, now } = hands
  return store.turns.take('access', async () => {
    const ticket = await store.tickets.take(hashOf(token), addressTicket, now())
    const { email, language } = (ticket?.content ?? {}) as Partial<Pick<Contact, 'email' | 'language'>>
    const [dialogue, people] = [await store.dialogues.currentDialogue(), await store.people.all()]
    const guest = people.find(({ id }) => id === ticket?.person)
    if (!dialogue || !guest || !email || !language) return refuse({ code: 'link-not-valid' })
    const claim = { guest, email, language }
    const contact = await store.contacts.byEmail(email)
    const holder = contact && people.find(({ id }) => id === contact.person && id !== guest.id)
    return holder
      ? handOver(hands, { dialogue, people, guest, holder }, visitor)
      : keepAddress(hands, dialogue, claim, visitor)
  })
}

/** The address becomes the guest's. */
async function keepAddress(
  hands: Hands,
  dialogue: Dialogue,
  { guest, email, language }: Claim,
  visitor: Visitor | null,
): Promise<Result<Confirmed>> {
  const { store, visitors, events } = hands
  const own = (await store.contacts.of(guest.id))?.email ?? null
  if (own !== null && own !== email) return refuse({ code: 'link-not-valid' })
  const isHere = visitor?.person.id === guest.id
  const keep = () =>
    store.together(async (ports) => {
      // Whoever only typed the address may have added one: by it they would stay in with its reader.
      if (!isHere) await ports.passkeys.forget(guest.id)
      const contact = { person: guest.id, realName: guest.name, email, language }
      if (!(await ports.contacts.save(contact))) throw new Error('the address became somebody else’s meanwhile')
      await ports.events.append(dialogue.id, [confirmEvent(hands, guest.id, guest.id, { known: false })])
    })
  if (isHere) await keep()
  else await visitors.endOf(guest.id, keep)
  events.guestConfirmed(guest.id, guest.id)
  return ok({ person: guest.id, seat: guestSeat(guest), outcome: 'confirmed', isHere })
}

/** The guest is somebody who is known here, and goes on as who they are. */
async function handOver(
  hands: Hands,
  {
    dialogue,
    people,
    guest,
    holder,
  }: Record<'guest' | 'holder', Person> & {
    readonly dialogue: Dialogue
    readonly people: readonly Person[]
  },
  visitor: Visitor | null,
): Promise<Result<Confirmed>> {
  const { store, events, lobby } = hands
  // Who has more than a place at a meeting is somebody, too: two people are not made one by a mail.
  if (guest.seats.some(({ role }) => role !== 'guest') || (await store.contacts.of(guest.id)))
    return refuse({ code: 'address-known' })
  const name = nextPseudonym(people, (await store.people.erased()).length)
  const visits = await liveVisits(hands, guest)
  let placed = holder
  await forgetPerson(hands, { dialogue, people, by: holder.id, person: guest, name }, async (ports) => {
    await ports.consents.give({ person: holder.id, text: 'guest', version: consentVersion, at: hands.now() })
    for (const visit of visits) placed = await givePlace(hands, ports, dialogue, placed, visit)
    await ports.events.append(dialogue.id, [confirmEvent(hands, holder.id, guest.id, { known: true })])
  })
  events.guestConfirmed(guest.id, holder.id)
  for (const { meeting } of visits) lobby.changed(meeting.id)
  const isHere = visitor?.person.id === holder.id && placed === holder
  return ok({ person: holder.id, seat: guestSeat(placed), outcome: 'known', isHere })
}

interface LiveVisit {
  readonly meeting: Meeting
  readonly admission: Admission
}

async function liveVisits({ store }: Hands, { id }: Person): Promise<readonly LiveVisit[]> {
  const admissions = (await store.admissions.ofPerson(id)).filter(
    ({ state }) => state === 'waiting' || state === 'admitted',
  )
  const visits = await Promise.all(
    admissions.map(async (admission) => ({ admission, meeting: await store.meetings.find(admission.meeting) })),
  )
  return visits.flatMap(({ admission, meeting }) => (meeting && isRunning(meeting) ? [{ admission, meeting }] : []))
}

/**
 * What the guest had been given at a meeting goes to `holder`, unless a Chef has said something about them under their own
 * name already, or they take part anyhow. Answers the holder as they are then.
 */
async function givePlace(
  { now }: Hands,
  { people, admissions }: Pick<Together, 'people' | 'admissions'>,
  { phase }: Dialogue,
  holder: Person,
  { admission, meeting }: LiveVisit,
): Promise<Person> {
  if (takesPart(holder, meeting, phase)) return holder
  const asked: Admission = {
    ...admission,
    id: newId<'admission'>(now()),
    person: holder.id,
    state: 'waiting',
    writes: false,
  }
  const { id } = await admissions.ask(asked)
  const { state, writes } = admission
  if (id !== asked.id || state !== 'admitted') return holder
  const { theme } = meeting
  const seated = withSeat(holder, { role: 'guest', theme, guest: { meeting: meeting.id, writes } })
  if (!seated.ok) return holder
  await people.save(seated.value)
  await admissions.change(id, 'waiting', { state, writes })
  return seated.value
}

/** The number of somebody's seat as a guest; the first one when they have none. */
const guestSeat = ({ seats }: Person): number =>
  Math.max(
    0,
    seats.findIndex(({ role }) => role === 'guest'),
  )

const confirmEvent = (
  { now }: Hands,
  actor: PersonId,
  guest: PersonId,
  details: { readonly known: boolean },
): NewEvent => ({ at: now(), actor, role: null, theme: null, type: 'guest:confirm', subject: guest, details })
