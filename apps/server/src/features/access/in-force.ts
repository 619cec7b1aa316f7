import type { OpenBooks } from '@witboek/book'
import { rightsInBook, type AccessFact, type Actor, type Book, type BookRights, type Frame } from '@witboek/domain'
import { newInstance } from '../../http/answers.ts'
import type { Surprises } from '../../surprises.ts'

/** Who may do what in a book from now on; `null`: not even read it. */
export type RightsNow = (book: Book, actor: Actor) => BookRights | null

export const rightsNow =
  ({ dialogue }: Pick<Frame, 'dialogue'>, out: (actor: Actor) => boolean = () => false): RightsNow =>
  (book, actor) => {
    const rights = rightsInBook(book, dialogue, out(actor) ? null : actor)
    return rights.ok ? rights.value : null
  }

/**
 * Puts the fact into the sequence of each of these books, with its effect on every open line from that place on (ACCESS-3).
 * The store has the change already: a book in which the fact cannot be written gives its lines up, and they come back with
 * the rights that are stored.
 */
export async function inForce(
  { open, surprises }: { open: OpenBooks; surprises: Surprises },
  books: readonly Book[],
  { by, fact, rights }: { readonly by: Actor; readonly fact: AccessFact; readonly rights: RightsNow },
): Promise<void> {
  await Promise.all(
    books.map(async (book) => {
      try {
        const room = await open.room(book.id)
        await room.changeAccess(by.person, fact, (actor) => rights(book, actor))
      } catch (cause) {
        surprises.problem(cause, newInstance())
      }
    }),
  )
}
