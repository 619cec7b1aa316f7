import type { AccessFact, DialogueFact } from './book.ts'
import type { Dialogue } from './dialogue.ts'
import type { PersonId, ThemeId } from './ids.ts'
import type { Actor, Person, Role, Seat } from './people.ts'
import { phases, reached, type Phase } from './phase.ts'
import { ok, refuse, type Result } from './result.ts'
import { givenBy, may } from './rights.ts'

/** Does somebody (still) hold this seat? */
export const holdsSeat = ({ seats }: Pick<Person, 'seats'>, { role, theme }: Seat): boolean =>
  seats.some((seat) => seat.role === role && seat.theme === theme)

/** The steps that the Clerk records, when a deciding body has taken them (ACCESS-2); all others are the lead's. */
const recorded: readonly Phase[] = ['framed', 'reviewed', 'decided']

/** Does this role take the dialogue to that phase? */
export const takesStep = (role: Role, phase: Phase): boolean => role === (recorded.includes(phase) ? 'clerk' : 'lead')

/** A seat of somebody: of a role, or (without one) whatever they hold in this theme group. */
export type SeatToEnd =
  | { readonly person: PersonId; readonly theme: ThemeId; readonly role?: undefined }
  | { readonly person: PersonId; readonly theme: ThemeId | null; readonly role: Role }

/** Somebody without the seats that ended, and the fact for the books that this concerns. */
export interface SeatsEnded {
  readonly person: Person
  readonly seats: readonly Seat[]
  readonly fact: AccessFact
}

/** The lead or the administrator takes a seat away (ACCESS-1). */
export function endSeat(people: readonly Person[], wish: SeatToEnd, phase: Phase, actor: Actor): Result<SeatsEnded> {
  const allowed = may('seat:end', actor, { theme: wish.theme, phase })
  if (!allowed.ok) return allowed
  const person = people.find(({ id }) => id === wish.person)
  const seats = person?.seats.filter(
    ({ role, theme }) => theme === wish.theme && (wish.role === undefined || role === wish.role),
  )
  if (!person || !seats || seats.length === 0) return refuse({ code: 'seat-not-found' })
  return without(people, person, seats, phase, actor)
}

/** The lead or the administrator takes all seats of somebody away (PEOPLE-4): they are in the dialogue no longer. */
export function removePerson(people: readonly Person[], id: PersonId, phase: Phase, actor: Actor): Result<SeatsEnded> {
  const allowed = may('seat:end', actor, { phase })
  if (!allowed.ok) return allowed
  const person = people.find((other) => other.id === id)
  if (!person) return refuse({ code: 'person-not-found' })
  return without(people, person, person.seats, phase, actor)
}

function without(
  people: readonly Person[],
  person: Person,
  ended: readonly Seat[],
  phase: Phase,
  actor: Actor,
): Result<SeatsEnded> {
  // Nobody judges about a place of their own.
  if (person.id === actor.person) return refuse({ code: 'last-seat' })
  const given = givenBy[actor.seat.role] ?? []
  // A guest's seat is given by a meeting, and taken away by anybody who gives seats.
  if (ended.some(({ role }) => role !== 'guest' && !given.includes(role)))
    return refuse({ code: 'not-for-your-role', role: actor.seat.role })
  if (ended.some((seat) => isNeeded(people, seat, phase))) return refuse({ code: 'last-seat' })
  const seats = person.seats.filter((seat) => !ended.includes(seat))
  return ok({ person: { ...person, seats }, seats: ended, fact: { type: 'seat:ended', person: person.id } })
}

/** Is this the last seat of its kind, which cannot be missed: of an administrator, or of a Chef once the theme groups have started? */
export function isNeeded(people: readonly Person[], seat: Seat, phase: Phase): boolean {
  const { role } = seat
  if (role !== 'administrator' && !(role === 'chef' && reached(phase, 'started'))) return false
  return people.filter((person) => holdsSeat(person, seat)).length === 1
}

/** What is asked for the whole dialogue. */
export type DialogueCommand =
  | { readonly type: 'phase:reach'; readonly phase: Phase }
  | { readonly type: 'remarks:allow'; readonly allowed: boolean }

/**
 * The lead goes on to the next phase, or the Clerk records that a deciding body has (ACCESS-2); or the lead says whether
 * Chefs may place remarks beside the text (REMARK-1).
 */
export function changeDialogue(
  dialogue: Pick<Dialogue, 'phase' | 'editorialRemarks'>,
  command: DialogueCommand,
  actor: Actor,
): Result<DialogueFact> {
  const allowed = may(command.type, actor, dialogue)
  if (!allowed.ok) return allowed
  switch (command.type) {
    case 'phase:reach': {
      const { phase } = command
      if (phases.indexOf(phase) !== phases.indexOf(dialogue.phase) + 1) return refuse({ code: 'phase-not-next' })
      if (!takesStep(actor.seat.role, phase)) return refuse({ code: 'not-for-your-role', role: actor.seat.role })
      return ok({ type: 'phase:reached', phase })
    }
    case 'remarks:allow': {
      const { allowed } = command
      if (allowed === dialogue.editorialRemarks) return refuse({ code: 'remarks-already-so' })
      return ok({ type: 'remarks:allowed', allowed })
    }
  }
}

export function withDialogueFact(dialogue: Dialogue, fact: DialogueFact): Dialogue {
  switch (fact.type) {
    case 'phase:reached':
      return { ...dialogue, phase: fact.phase }
    case 'remarks:allowed':
      return { ...dialogue, editorialRemarks: fact.allowed }
  }
}
