import type { Instant } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Visitor } from './visitors.ts'

/** Is the login still there by which somebody asked, now that it is their turn? Whoever is out, or erased, does nothing more. */
export const isStillIn = async (
  { logins }: Pick<Store, 'logins'>,
  { person, login }: Visitor,
  now: Instant,
): Promise<boolean> => (await logins.of(person.id, now)).some(({ id }) => id === login)
