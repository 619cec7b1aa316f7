import {
  holdsSeat,
  installationChain,
  ok,
  refuse,
  withSeat,
  type Contact,
  type Instant,
  type NewEvent,
  type Person,
  type PersonId,
  type Result,
  type Seat,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import { keepLink } from '../features/sign-in/keep-link.ts'
import { newId } from '../new-id.ts'

const seat: Seat = { role: 'administrator', theme: null }

/** Who is to be an administrator: checked words, and the address as `mailAddress` writes it. */
export interface AdministratorWish {
  readonly realName: string
  readonly name: string
  readonly email: string
  readonly language: Contact['language']
  /** Also when somebody is one already. */
  readonly another: boolean
}

export interface AdministratorMade {
  /** `new` here, or `known` by the address before, or an administrator `already`. */
  readonly was: 'new' | 'known' | 'already'
  readonly name: string
  /** For a link that signs them in, once. */
  readonly token: string
}

/**
 * Whoever has the machine makes somebody an administrator (PEOPLE-6): the first one has nobody to be given the seat by. Who
 * is one already gets a new link. It stands in the chain of the installation, done by nobody in a seat.
 */
export async function makeAdministrator(
  store: Store,
  wish: AdministratorWish,
  now: Instant,
): Promise<Result<AdministratorMade>> {
  const made = await store.turns.take('access', () => giveTheSeat(store, wish, now))
  if (!made.ok) return made
  const { person, was } = made.value
  return ok({
    was,
    name: person.name,
    token: await keepLink(store, { person: person.id, keep: false, next: '/' }, now),
  })
}

async function giveTheSeat(
  store: Store,
  { realName, name, email, language, another }: AdministratorWish,
  now: Instant,
): Promise<Result<{ readonly person: Person; readonly was: AdministratorMade['was'] }>> {
  const people = await store.people.all()
  const holder = (await store.contacts.byEmail(email))?.person
  const known = people.find(({ id }) => id === holder) ?? null
  if (known && holdsSeat(known, seat)) {
    await store.events.append(installationChain, [byTheMachine('administrator:link', known.id, now)])
    return ok({ person: known, was: 'already' })
  }
  if (!another && people.some((other) => holdsSeat(other, seat))) return refuse({ code: 'seat-already-held' })
  const given = withSeat(known ?? { id: newId(now), name, background: '', seats: [] }, seat)
  if (!given.ok) return given
  const person = given.value
  await store.together(async (ports) => {
    if (!known && !(await ports.contacts.save({ person: person.id, realName, email, language })))
      throw new Error('the address became somebody’s meanwhile')
    await ports.people.save(person)
    await ports.events.append(installationChain, [byTheMachine('administrator:make', person.id, now)])
  })
  return ok({ person, was: known ? 'known' : 'new' })
}

const byTheMachine = (type: string, subject: PersonId, at: Instant): NewEvent => ({
  at,
  actor: null,
  role: null,
  theme: null,
  type,
  subject,
  details: {},
})
