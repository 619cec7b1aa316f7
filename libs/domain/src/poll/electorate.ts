import type { HashOf } from '../event-chain.ts'
import type { PersonId, ThemeId } from '../ids.ts'
import type { Person, Role, Seat } from '../people.ts'

/** Who guards the process, advises or leads does not vote with the group, whatever other seat they hold. */
const neverVotes: readonly Role[] = ['chef', 'civilServant', 'financialAdviser', 'lead']

/**
 * Who may vote in a poll that opens now, in order of their ids: those with a seat as expert in this theme (`null`: in any),
 * and of them, when `presentOnly` is given, those who are at the meeting (POLL-3). A guest elsewhere votes at home only.
 */
export function electorateOf(
  people: readonly Pick<Person, 'id' | 'seats'>[],
  theme: ThemeId | null,
  presentOnly: ReadonlySet<PersonId> | null,
): readonly PersonId[] {
  const here = (seat: Seat) => theme === null || seat.theme === null || seat.theme === theme
  return people
    .filter(({ id, seats }) => {
      const held = seats.filter(here).map(({ role }) => role)
      return (
        held.includes('expert') &&
        !held.some((role) => neverVotes.includes(role)) &&
        (presentOnly === null || presentOnly.has(id))
      )
    })
    .map(({ id }) => id)
    .sort()
}

/** The hash of the ids in their order, each on a line of its own. */
export const electorateHash = (electorate: readonly PersonId[], hashOf: HashOf): string =>
  hashOf([...electorate].sort().join('\n'))
