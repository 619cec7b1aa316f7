import type { PersonId, ThemeId } from '../ids.ts'
import type { Person } from '../people.ts'

/** The Chefs of a theme; `null`: of all themes. */
export const chefsOf = (people: readonly Person[], theme: ThemeId | null): ReadonlySet<PersonId> =>
  new Set(
    people
      .filter(({ seats }) => seats.some((seat) => seat.role === 'chef' && (theme === null || seat.theme === theme)))
      .map(({ id }) => id),
  )
