import { mailAddress, type Contact, type Person, type PersonId, type Seat } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { sport } from './the-example.ts'

export interface Townsperson extends Person {
  readonly contact: Contact & { readonly email: string }
}

/**
 * Somebody who lives in the town, beside the people of the example: with an address, so that they can prove who they are.
 * An expert of Sport when nothing else is said; `seats: []` is somebody without one.
 */
export function aTownsperson(
  name: string,
  {
    seats = [{ role: 'expert', theme: sport.id }],
    email = `${slug(name)}@voorbeeld.example`,
    realName = name,
    language = 'nl',
    background = '',
  }: {
    readonly seats?: readonly Seat[]
    readonly email?: string
    readonly realName?: string
    readonly language?: Contact['language']
    readonly background?: string
  } = {},
): Townsperson {
  const id = `town-${slug(name)}` as PersonId
  return { id, name, background, seats, contact: { person: id, realName, email: mailAddress(email), language } }
}

/** They are known here, for `before` of `aServer`, `aMeeting` and `aHouse`. */
export const townspeople =
  (...people: readonly Townsperson[]) =>
  async (store: Store): Promise<void> => {
    for (const { contact, ...person } of people) {
      await store.people.save(person)
      if (!(await store.contacts.save(contact))) throw new Error(`the address of ${person.id} is somebody else's`)
    }
  }

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '-')
