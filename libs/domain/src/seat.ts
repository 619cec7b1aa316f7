import type { ThemeId } from './ids.ts'
import type { Actor, Person, Role, Seat } from './people.ts'
import { ok, refuse, type Refusal, type Result } from './result.ts'
import { givenBy, may, type Place } from './rights.ts'

/** Roles that belong to a theme group; the others are in the dialogue as a whole. */
export const themeRoles: readonly Role[] = ['expert', 'chef', 'guest']

/**
 * Roles that one person does not hold together (RIGHTS-3): who leads or advises a theme group does not write in it, who
 * checks the figures does not move amendments, and who checks the record is none of those whose deeds it is about most.
 */
const apart: readonly { readonly roles: readonly [Role, Role]; readonly within: 'a theme' | 'the dialogue' }[] = [
  { roles: ['chef', 'expert'], within: 'a theme' },
  { roles: ['civilServant', 'expert'], within: 'a theme' },
  { roles: ['financialAdviser', 'councillor'], within: 'the dialogue' },
  { roles: ['auditor', 'administrator'], within: 'the dialogue' },
  { roles: ['auditor', 'lead'], within: 'the dialogue' },
  { roles: ['auditor', 'chef'], within: 'the dialogue' },
]

/** Gives somebody a seat beside those they hold; or says with which of those it does not go together. */
export function withSeat(person: Person, seat: Seat): Result<Person> {
  const { role, theme } = seat
  if (themeRoles.includes(role) !== (theme !== null)) return refuse({ code: 'seat-not-found' })
  if (person.seats.some((held) => held.role === role && held.theme === theme))
    return refuse({ code: 'seat-already-held' })
  const why = person.seats.map((held) => clash(held, seat)).find((refusal) => refusal !== null)
  return why ? refuse(why) : ok({ ...person, seats: [...person.seats, seat] })
}

function clash(held: Seat, wanted: Seat): Refusal | null {
  // An expert belongs to one theme group: who votes in one does not vote in another.
  if (held.role === 'expert' && wanted.role === 'expert') return { code: 'one-theme-group' }
  const meet = themesMeet(held.theme, wanted.theme)
  const rule = apart.find(
    ({ roles: [one, other], within }) =>
      (within === 'the dialogue' || meet) &&
      ((held.role === one && wanted.role === other) || (held.role === other && wanted.role === one)),
  )
  return rule ? { code: 'roles-do-not-go-together', role: wanted.role, held: held.role } : null
}

/** Who is in the dialogue as a whole is in every theme. */
const themesMeet = (one: ThemeId | null, other: ThemeId | null): boolean =>
  one === null || other === null || one === other

/**
 * The lead or the administrator gives a seat (RIGHTS-4); a Chef gives none, and invites. Nobody gives one to themselves, but
 * the administrator of a town with few people: it stands in the record.
 */
export function giveSeat(person: Person, seat: Seat, actor: Actor, { phase }: Pick<Place, 'phase'>): Result<Person> {
  const allowed = may('seat:give', actor, { phase, theme: seat.theme })
  if (!allowed.ok) return allowed
  if (!givenBy[actor.seat.role]?.includes(seat.role))
    return refuse({ code: 'not-for-your-role', role: actor.seat.role })
  if (person.id === actor.person && actor.seat.role !== 'administrator') return refuse({ code: 'not-to-yourself' })
  return withSeat(person, seat)
}
