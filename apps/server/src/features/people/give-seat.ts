import {
  eventBy,
  giveSeat,
  holdsSeat,
  ok,
  refuse,
  type Actor,
  type Person,
  type PersonId,
  type Result,
  type Seat,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'

interface Wish extends Pick<Seat, 'role' | 'theme'> {
  readonly person: PersonId
}

/** Gives somebody one seat more, behind those they hold, so that nobody who has signed in slides into another (PEOPLE-3). */
export async function giveSomeoneSeat(
  hands: Pick<Hands, 'store' | 'visitors' | 'events' | 'now'>,
  { person: id, role, theme }: Wish,
  actor: Actor,
): Promise<Result<null>> {
  const { store, visitors, events, now } = hands
  return store.turns.take('access', async () => {
    const place = await placeOf(store, actor)
    if (!place.ok) return place
    const { dialogue, themes } = place.value
    const person = (await store.people.erased()).includes(id) ? null : await store.people.find(id)
    const given = giveSeat(person ?? nobody(id), { role, theme }, actor, dialogue)
    if (!given.ok) return given
    if (!person) return refuse({ code: 'person-not-found' })
    if (theme !== null && !themes.some((other) => other.id === theme)) return refuse({ code: 'theme-not-found' })
    await store.together(async (ports) => {
      await ports.people.save(given.value)
      await ports.events.append(dialogue.id, [eventBy(actor, now(), 'seat:give', id, { role, theme })])
    })
    visitors.noteChange()
    events.seatGiven(id, { role, theme }, actor.person)
    return ok(null)
  })
}

/** The dialogue, for somebody who still sits where they did when they asked. */
export async function placeOf(store: Store, actor: Actor) {
  const frame = await store.dialogues.current()
  if (!frame) return refuse({ code: 'dialogue-not-found' })
  const own = await store.people.find(actor.person)
  if (!own || !holdsSeat(own, actor.seat)) return refuse({ code: 'not-signed-in' })
  return ok(frame)
}

export const nobody = (id: PersonId): Person => ({ id, name: '', background: '', seats: [] })
