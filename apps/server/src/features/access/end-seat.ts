import {
  endSeat,
  eventBy,
  holdsSeat,
  ok,
  refuse,
  type Actor,
  type Dialogue,
  type DialogueId,
  type NewEvent,
  type Person,
  type PersonId,
  type Phase,
  type Result,
  type SeatsEnded,
  type SeatToEnd,
} from '@witboek/domain'
import type { Together } from '@witboek/store'
import { rightsNow } from '../../books/book-access.ts'
import type { Hands as AllHands } from '../../http/hands.ts'
import { inForce } from './in-force.ts'
import { leaveMeetings } from './leave-meetings.ts'

export type Hands = Pick<AllHands, 'store' | 'open' | 'openMeetings' | 'visitors' | 'events' | 'surprises' | 'now'>

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

/** Seats of somebody end, by whom holds the right to it. */
export async function takeSeatsAway(hands: Hands, actor: Actor, { decide, record }: Deed): Promise<Result<null>> {
  const { store, events } = hands
  return store.turns.take('access', async () => {
    const frame = await store.dialogues.current()
    if (!frame) return refuse({ code: 'dialogue-not-found' })
    const { dialogue } = frame
    const people = await store.people.all()
    const own = people.find(({ id }) => id === actor.person)
    if (!own || !holdsSeat(own, actor.seat)) return refuse({ code: 'not-signed-in' })
    const decided = decide(people, dialogue.phase)
    if (!decided.ok) return decided
    const ended = decided.value
    await endSeats(hands, { dialogue, people, by: actor.person, actor, ended }, () =>
      store.together(async (ports) => {
        await ports.people.save(ended.person)
        await ports.events.append(dialogue.id, [await record(ports, dialogue.id, ended)])
      }),
    )
    for (const { theme } of ended.seats) events.seatEnded(ended.person.id, theme, actor.person)
    return ok(null)
  })
}

/**
 * All logins of that person end with their seats, because a login points to a seat by its place in the list: nobody slides
 * into another one. The order: no new line, the seats gone from the store (`save`), the fact in the books so that nothing
 * more is taken, and at the meetings so that they are there no longer, and then the lines and sockets end. Within the turn
 * `access`.
 */
export async function endSeats(
  hands: Hands,
  { dialogue, people, by, actor, ended }: EndedSeats,
  save: () => Promise<void>,
): Promise<void> {
  const { store, visitors } = hands
  const { person, seats, fact } = ended
  const books = dialogue ? await store.books.of(dialogue.id) : []
  const concerned = books.filter((book) => seats.some(({ theme }) => theme === null || theme === book.theme))
  await visitors.endOf(person.id, async () => {
    await save()
    visitors.noteChange()
    if (!dialogue) return
    const now = people.map((other) => (other.id === person.id ? person : other))
    await Promise.all([
      inForce(hands, concerned, { by, fact, rights: rightsNow(dialogue, now) }),
      leaveMeetings(hands, dialogue, person, actor),
    ])
  })
}

interface EndedSeats {
  /** `null`: there is none yet, and so no book to tell. */
  readonly dialogue: Dialogue | null
  /** Everybody, as it was before. */
  readonly people: readonly Person[]
  readonly by: PersonId
  /** In which seat; `null`: in none, or by the clock. */
  readonly actor: Actor | null
  readonly ended: SeatsEnded
}
