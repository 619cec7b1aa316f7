import { isNeeded } from './access.ts'
import type { PersonId } from './ids.ts'
import type { Actor, Person } from './people.ts'
import { reached, type Phase } from './phase.ts'
import { ok, refuse, type Result } from './result.ts'
import { may } from './rights.ts'

/** Somebody stops, or is erased on request. `keepName`: their public name stays with their words, and no pseudonym comes in its place. */
export interface ErasureWish {
  readonly person: PersonId
  readonly keepName: boolean
}

/** What is left of somebody who was erased: their id, and the name that stands with their words. */
export interface Erasure {
  readonly person: Person
  readonly name: string
}

/**
 * Somebody erases what is known of themselves, at any time and without a reason; an administrator erases another on request
 * (PRIVACY-4). Not who cannot be missed: the last administrator, and the only Chef of a theme group at work. After the
 * archive every Chef can.
 */
export function erasePerson(
  people: readonly Person[],
  { person: id, keepName }: ErasureWish,
  { phase, erased }: { readonly phase: Phase; readonly erased: readonly PersonId[] },
  by: { readonly person: PersonId; readonly actor: Actor | null },
): Result<Erasure> {
  if (id !== by.person) {
    const allowed = may('person:erase', by.actor, { phase })
    if (!allowed.ok) return allowed
  }
  const person = people.find((other) => other.id === id)
  if (!person || erased.includes(id)) return refuse({ code: 'person-not-found' })
  const atWork = person.seats.filter(({ role }) => role !== 'chef' || !reached(phase, 'archived'))
  if (atWork.some((seat) => isNeeded(people, seat, phase))) return refuse({ code: 'last-seat' })
  return ok({ person, name: keepName ? person.name : nextPseudonym(people, erased.length) })
}

/** A name (schuilnaam) that nobody in the dialogue has: counted up, so that two who stopped are still told apart. */
export function nextPseudonym(people: readonly Pick<Person, 'name'>[], erased: number): string {
  const taken = new Set(people.map(({ name }) => name.toLowerCase()))
  for (let number = erased + 1; ; number += 1) {
    const name = `Oud-deelnemer ${number}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** Did somebody type this name as the sign that they mean it? Capitals and spaces do not count. */
export const meansName = (typed: string, name: string): boolean => plain(typed) === plain(name)

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
