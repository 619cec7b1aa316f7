import type { AddPerson, PersonAdded } from '@witboek/contract'
import {
  eventBy,
  giveSeat,
  mailAddress,
  ok,
  publicName,
  realName,
  refuse,
  type Actor,
  type Result,
} from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import { newId } from '../../new-id.ts'
import { nobody, placeOf } from './give-seat.ts'

/**
 * Adds somebody of the staff by hand, with a seat (PEOPLE-2). They prove who they are by their address: with a link by mail,
 * or at the issuer of the town.
 */
export async function addPerson(
  hands: Pick<Hands, 'store' | 'events' | 'now'>,
  wish: AddPerson,
  actor: Actor,
): Promise<Result<PersonAdded>> {
  const { store, events, now } = hands
  return store.turns.take('access', async () => {
    const place = await placeOf(store, actor)
    if (!place.ok) return place
    const { dialogue, themes } = place.value
    const { role, theme, language } = wish
    const id = newId<'person'>(now())
    const given = giveSeat(nobody(id), { role, theme }, actor, dialogue)
    if (!given.ok) return given
    if (theme !== null && !themes.some((other) => other.id === theme)) return refuse({ code: 'theme-not-found' })
    const [name, real] = [publicName(wish.name), realName(wish.realName)]
    if (!real.ok) return real
    if (!name.ok) return name
    const contact = { person: id, realName: real.value, email: mailAddress(wish.email), language }
    return store.together<Result<PersonAdded>>(async (ports) => {
      if (!(await ports.contacts.save(contact))) return refuse({ code: 'address-known' })
      await ports.people.save({ ...given.value, name: name.value })
      await ports.events.append(dialogue.id, [eventBy(actor, now(), 'person:add', id, { role, theme })])
      events.personAdded(id, actor.person)
      return ok({ person: id })
    })
  })
}
