import type { PersonId, ThemeId } from './ids.ts'

/**
 * Roles (rollen): lead (projectleiding), clerk (griffier), councillor (raadslid), college (College van B&W),
 * financialAdviser (financieel adviseur), civilServant (ambtenaar), chef (Chef de Dossier), expert (burgerexpert).
 */
export const roles = [
  'expert',
  'chef',
  'civilServant',
  'financialAdviser',
  'lead',
  'clerk',
  'college',
  'councillor',
] as const

export type Role = (typeof roles)[number]

/** A seat (plaats) in the dialogue: a role, in one theme group or, with `theme: null`, in the dialogue as a whole. */
export interface Seat {
  readonly role: Role
  readonly theme: ThemeId | null
}

/** Somebody in the dialogue. A person may hold two seats, and acts from one at a time. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  /** What an expert brings (inbreng), in one line for the group; empty when not told. */
  readonly background: string
  readonly seats: readonly Seat[]
}

/** The person who asks for something, from the seat they sit in now. Rules never see more of a login than this. */
export interface Actor {
  readonly person: PersonId
  readonly name: string
  readonly seat: Seat
}

/** One actor for a person who sits in the n-th of their seats; `null` when that seat does not exist (any more). */
export function actorIn(person: Person, seatIndex: number): Actor | null {
  const seat = person.seats[seatIndex]
  return seat ? { person: person.id, name: person.name, seat } : null
}
