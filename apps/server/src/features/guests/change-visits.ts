import {
  guestSeatAt,
  type AccessFact,
  type Dialogue,
  type Instant,
  type LoginId,
  type Meeting,
  type MeetingId,
  type Person,
  type PersonId,
  type Visit,
} from '@witboek/domain'
import type { Admissions, Together } from '@witboek/store'
import { rightsNow } from '../../books/book-access.ts'
import type { Hands } from '../../http/hands.ts'
import { inForce } from '../access/in-force.ts'

/** Everybody who asked to come to a meeting, in that order. */
export async function visitsTo(
  { admissions }: { readonly admissions: Admissions },
  meeting: MeetingId,
  people: readonly Person[],
): Promise<readonly Visit[]> {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (await admissions.of(meeting)).flatMap((admission) => {
    const person = byId.get(admission.person)
    return person ? [{ admission, person }] : []
  })
}

interface Deed {
  readonly changes: readonly { readonly before: Visit; readonly after: Visit }[]
  /** What the theme's books have to know of it. */
  readonly facts: readonly AccessFact[]
  /** What else changes with it, in the same transaction, and the events that say so. */
  readonly record: (ports: Together) => Promise<void>
}

/**
 * Visits to a meeting change, and that is in force on every open line and socket when this resolves (GUEST-5, ACCESS-3). The
 * order: seats and logins in the store, so that no new line comes in; the facts in the books, so that nothing more is taken;
 * and then the lines and sockets end. Within the turn `access`.
 */
export async function changeVisits(
  hands: Hands,
  { dialogue, people, by }: { readonly dialogue: Dialogue; readonly people: readonly Person[]; readonly by: PersonId },
  { theme }: Pick<Meeting, 'theme'>,
  { changes, facts, record }: Deed,
): Promise<void> {
  const { store, visitors, now } = hands
  const ended: LoginId[] = []
  await store.together(async (ports) => {
    for (const { before, after } of changes) {
      if (after.admission.state === 'ended') ended.push(...(await endGuestLogins(ports, before, now())))
      if (after.person !== before.person) await ports.people.save(after.person)
      const { id, state } = before.admission
      if (!(await ports.admissions.change(id, state, after.admission)))
        throw new Error('somebody else decided about a guest meanwhile')
    }
    await record(ports)
  })
  visitors.noteChange()
  const changed = new Map(changes.map(({ after: { person } }) => [person.id, person]))
  const rights = rightsNow(
    dialogue,
    people.map((person) => changed.get(person.id) ?? person),
  )
  const books = (await store.books.of(dialogue.id)).filter((book) => book.theme === theme)
  await Promise.all(facts.map((fact) => inForce(hands, books, { by, fact, rights })))
  await visitors.endThese(ended)
}

/**
 * The logins of a guest, and those in a seat behind the guest's in the list: they point to a seat by its place there, and
 * nobody slides into another one. Whoever has other seats stays signed in with those before it.
 */
async function endGuestLogins(
  { logins }: Pick<Together, 'logins'>,
  { admission, person }: Visit,
  now: Instant,
): Promise<readonly LoginId[]> {
  const seat = guestSeatAt(person, admission.meeting)
  const place = seat ? person.seats.indexOf(seat) : Infinity
  const own = (await logins.of(person.id, now)).filter(({ how, seatIndex }) => how === 'guest' || seatIndex >= place)
  for (const { id } of own) await logins.end(id)
  return own.map(({ id }) => id)
}
