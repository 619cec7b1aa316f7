import type { Person, PersonId } from '@witboek/domain'

/** Names by id. Somebody who is no longer known has none: what they wrote stays, under no name. */
export function namesOf(people: readonly Person[]): (id: PersonId) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}
