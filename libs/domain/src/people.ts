import type { MeetingId, PersonId, ThemeId } from './ids.ts'

/**
 * Roles (rollen): lead (projectleiding), clerk (griffier), councillor (raadslid), college (College van B&W),
 * financialAdviser (financieel adviseur), civilServant (ambtenaar), chef (Chef de Dossier), expert (burgerexpert),
 * administrator (functioneel beheerder), auditor (controleur), guest (gast: at one meeting, without an invitation).
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
  'administrator',
  'auditor',
  'guest',
] as const

export type Role = (typeof roles)[number]

/** A seat (plaats) in the dialogue: a role, in one theme group or, with `theme: null`, in the dialogue as a whole. */
export interface Seat {
  readonly role: Role
  readonly theme: ThemeId | null
  /** Only a guest's: the meeting it is for, and whether the Chef lets the guest write at it. */
  readonly guest?: { readonly meeting: MeetingId; readonly writes: boolean }
}

/** Somebody in the dialogue. A person may hold two seats, and acts from one at a time. */
export interface Person {
  readonly id: PersonId
  /** The name that everybody sees; it may differ from the real one, which only `Contact` has. */
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

/** The seat as the person holds it now, with what has changed about it; `null` when it is held no more. */
export const seatNow = ({ seats }: Pick<Person, 'seats'>, { role, theme }: Seat): Seat | null =>
  seats.find((seat) => seat.role === role && seat.theme === theme) ?? null
