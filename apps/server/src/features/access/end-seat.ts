import type { OpenBooks } from '@witboek/book'
import {
  endSeat,
  eventBy,
  holdsSeat,
  ok,
  refuse,
  type Actor,
  type DialogueId,
  type Instant,
  type NewEvent,
  type Person,
  type Phase,
  type Result,
  type SeatsEnded,
  type SeatToEnd,
} from '@witboek/domain'
import type { Store, Together } from '@witboek/store'
import { rightsNow } from '../../books/book-access.ts'
import type { Events } from '../../events.ts'
import type { Visitors } from '../../login/visitors.ts'
import type { Surprises } from '../../surprises.ts'
import { inForce } from './in-force.ts'

interface Hands {
  readonly store: Store
  readonly open: OpenBooks
  readonly visitors: Visitors
  readonly events: Events
  readonly surprises: Surprises
  readonly now: () => Instant
}

/** The lead or the administrator takes a seat of somebody away, from the page of a theme or from the list of everybody. */
export async function endSomeonesSeat(hands: Hands, wish: SeatToEnd, actor: Actor): Promise<Result<null>> {
  return takeSeatsAway(hands, actor, {
    decide: (people, phase) => endSeat(people, wish, phase, actor),
    async record(_ports, _dialogue, { person, seats }) {
      const details = { theme: wish.theme, roles: seats.map(({ role }) => role).join() }
      return eventBy(actor, hands.now(), 'seat:end', person.id, details)
    },
  })
}

interface Deed {
  readonly decide: (people: readonly Person[], phase: Phase) => Result<SeatsEnded>
  /** What else changes with it, in the same transaction, and the event that says so. */
  readonly record: (ports: Together, dialogue: DialogueId, ended: SeatsEnded) => Promise<NewEvent>
}

/**
 * Seats of somebody end. All logins of that person end with them, because a login points to a seat by its place in the list:
 * nobody slides into another one. The order: no new line, the seats gone from the store, the fact in the books so that
 * nothing more is taken, and then the lines and sockets end.
 */
export async function takeSeatsAway(hands: Hands, actor: Actor, { decide, record }: Deed): Promise<Result<null>> {
  const { store, visitors, events } = hands
  return store.turns.take('access', async () => {
    const frame = await store.dialogues.current()
    if (!frame) return refuse({ code: 'dialogue-not-found' })
    const { dialogue } = frame
    const people = await store.people.all()
    const own = people.find(({ id }) => id === actor.person)
    if (!own || !holdsSeat(own, actor.seat)) return refuse({ code: 'not-signed-in' })
    const decided = decide(people, dialogue.phase)
    if (!decided.ok) return decided
    const { person, seats, fact } = decided.value
    const concerned = seats.some(({ theme }) => theme === null)
      ? await store.books.of(dialogue.id)
      : (await store.books.of(dialogue.id)).filter((book) => seats.some(({ theme }) => theme === book.theme))
    const rights = rightsNow(
      dialogue,
      people.map((other) => (other.id === person.id ? person : other)),
    )
    await visitors.endOf(person.id, async () => {
      await store.together(async (ports) => {
        await ports.people.save(person)
        await ports.events.append(dialogue.id, [await record(ports, dialogue.id, decided.value)])
      })
      visitors.noteChange()
      await inForce(hands, concerned, { by: actor, fact, rights })
    })
    for (const { theme } of seats) events.seatEnded(person.id, theme, actor.person)
    return ok(null)
  })
}
