import type { OpenBooks } from '@witboek/book'
import {
  endSeat,
  eventBy,
  holdsSeat,
  ok,
  refuse,
  type Actor,
  type Instant,
  type PersonId,
  type Result,
  type ThemeId,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Events } from '../../events.ts'
import type { Visitors } from '../../login/visitors.ts'
import type { Surprises } from '../../surprises.ts'
import { inForce, rightsNow } from './in-force.ts'

/**
 * The lead takes somebody's seat in a theme group away. All logins of that person end with it, because a login points to a
 * seat by its place in the list: nobody slides into another one. The order: no new line, the seat gone from the store, the
 * fact in the books so that nothing more is taken, and then the lines and sockets end.
 */
export async function endSomeonesSeat(
  hands: {
    store: Store
    open: OpenBooks
    visitors: Visitors
    events: Events
    surprises: Surprises
    now: () => Instant
  },
  wish: { readonly person: PersonId; readonly theme: ThemeId },
  actor: Actor,
): Promise<Result<null>> {
  const { store, visitors, events, now } = hands
  return store.turns.take('access', async () => {
    const frame = await store.dialogues.current()
    if (!frame) return refuse({ code: 'dialogue-not-found' })
    const people = await store.people.all()
    const lead = people.find(({ id }) => id === actor.person)
    if (!lead || !holdsSeat(lead, actor.seat)) return refuse({ code: 'not-signed-in' })
    const ended = endSeat(people, wish, frame.dialogue.phase, actor)
    if (!ended.ok) return ended
    const { person, seats, fact } = ended.value
    const books = (await store.books.of(frame.dialogue.id)).filter(({ theme }) => theme === wish.theme)
    const out = (other: Actor) => other.person === person.id && !holdsSeat(person, other.seat)
    await visitors.endOf(person.id, async () => {
      await store.together(async (ports) => {
        await ports.people.save(person)
        const details = { theme: wish.theme, roles: seats.map(({ role }) => role).join() }
        await ports.events.append(frame.dialogue.id, [eventBy(actor, now(), 'seat:end', person.id, details)])
      })
      visitors.noteChange()
      await inForce(hands, books, { by: actor, fact, rights: rightsNow(frame, out) })
    })
    events.seatEnded(person.id, wish.theme, actor.person)
    return ok(null)
  })
}
