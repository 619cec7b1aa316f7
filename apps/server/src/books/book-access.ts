import type { BookRoom, OpenBooks, RightsOf } from '@witboek/book'
import {
  ok,
  refuse,
  rightsInBook,
  seatNow,
  type Actor,
  type Book,
  type BookId,
  type BookRights,
  type Dialogue,
  type Person,
  type Result,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Visitors } from '../login/visitors.ts'

/** A book, and what this actor may do in it: asked at every door, by the same rule. */
export async function bookAccess(
  store: Store,
  id: BookId,
  actor: Actor | null,
): Promise<Result<{ book: Book; rights: BookRights }>> {
  // A line or socket may be older than the loss of the seat it was opened from.
  const person = actor && (await store.people.find(actor.person))
  const seat = person && seatNow(person, actor.seat)
  const sitting = actor && seat ? { ...actor, seat } : null
  const dialogue = await store.dialogues.currentDialogue()
  const book = await store.books.find(id)
  if (!dialogue || book?.dialogue !== dialogue.id) return refuse({ code: sitting ? 'book-not-found' : 'not-signed-in' })
  const rights = rightsInBook(book, dialogue, sitting)
  return rights.ok ? ok({ book, rights: rights.value }) : rights
}

/**
 * Acts in the open room of a book. `act` begins in the very turn in which its rights were found to be still true: whoever
 * loses a right while the book is being opened does nothing with it any more (ACCESS-3).
 */
export async function inBookRoom<Value>(
  { store, open, visitors }: { store: Store; open: OpenBooks; visitors: Visitors },
  id: BookId,
  actor: Actor,
  act: (room: BookRoom, rights: BookRights) => Result<Value> | Promise<Result<Value>>,
): Promise<Result<Value>> {
  for (;;) {
    const { changes } = visitors
    const opened = open.opened(id)
    const access = await bookAccess(store, id, actor)
    if (!access.ok) return access
    const room = await open.room(id)
    // A room that was opened meanwhile may have read a change of rights that the store did not have when it was asked.
    if (room === opened && visitors.changes === changes) return act(room, access.value.rights)
  }
}

/** Who may do what in a book from now on; `null`: not even read it. */
export type RightsNow = (book: Book, actor: Actor) => BookRights | null

/** Of these people, in the seats they hold: a line that is open may be older than what has changed about its seat. */
export function rightsNow(dialogue: Dialogue, people: readonly Person[]): RightsNow {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (book, actor) => {
    const person = byId.get(actor.person)
    const seat = person && seatNow(person, actor.seat)
    if (book.dialogue !== dialogue.id || !seat) return null
    const rights = rightsInBook(book, dialogue, { ...actor, seat })
    return rights.ok ? rights.value : null
  }
}

/**
 * Who may do what in a book as the store has it now, for lines that are open. Asked when another server has changed that:
 * doors that wait before they act ask again from here on.
 */
export async function rightsInStore(
  { store, visitors }: { store: Store; visitors: Visitors },
  id: BookId,
): Promise<RightsOf> {
  visitors.askAgain()
  const [dialogue, book, people] = await Promise.all([
    store.dialogues.currentDialogue(),
    store.books.find(id),
    store.people.all(),
  ])
  const rights = dialogue && rightsNow(dialogue, people)
  return (actor) => (rights && book ? rights(book, actor) : null)
}
