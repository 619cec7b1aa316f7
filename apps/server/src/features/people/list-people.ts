import type { ListedPerson, PeopleAnswer } from '@witboek/contract'
import { givenBy, may, ok, type Actor, type PersonId, type Result, type Role } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { seenWhen } from './seen.ts'

/** Everybody but those who were erased. Real names and addresses are for those who give seats (PEOPLE-5). */
export async function listPeople(
  { store, now }: Pick<Hands, 'store' | 'now'>,
  actor: Actor | null,
): Promise<Result<PeopleAnswer>> {
  const frame = await store.dialogues.current()
  const place = { phase: frame?.dialogue.phase ?? 'preparing' } as const
  const allowed = may('people:read', actor, place)
  if (!allowed.ok) return allowed
  const roles = (actor && givenBy[actor.seat.role]) ?? []
  const ends: readonly Role[] = may('seat:end', actor, place).ok ? [...roles, 'guest'] : []
  return ok({
    people: await listed(store, now(), ends.length > 0),
    themes: (frame?.themes ?? []).map(({ id, slug, name }) => ({ id, slug, name })),
    gives: may('seat:give', actor, place).ok ? roles : [],
    ends,
  })
}

async function listed(store: Store, now: ReturnType<Hands['now']>, known: boolean): Promise<readonly ListedPerson[]> {
  const people = await store.people.all()
  const erased = new Set(await store.people.erased())
  const acted = new Set(await store.events.actors())
  const lastSeen = await store.logins.lastSeen()
  const contacts = new Map((known ? await store.contacts.all() : []).map((contact) => [contact.person, contact]))
  const contactOf = (id: PersonId) => {
    const contact = contacts.get(id)
    return contact ? { contact: { realName: contact.realName, email: contact.email } } : {}
  }
  return people
    .filter(({ id }) => !erased.has(id))
    .map(({ id, name, background, seats }) => ({
      person: id,
      name,
      background,
      seats: seats.map(({ role, theme }) => ({ role, theme })),
      seen: seenWhen(lastSeen.get(id), acted.has(id), now),
      ...contactOf(id),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}
