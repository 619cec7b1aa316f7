import type { OpenBooks } from '@witboek/book'
import type { AccessFact, Book, PersonId } from '@witboek/domain'
import type { RightsNow } from '../../books/book-access.ts'
import { newInstance } from '../../http/answers.ts'
import type { Surprises } from '../../surprises.ts'

/**
 * Puts the fact into the sequence of each of these books, with its effect on every open line from that place on (ACCESS-3).
 * The store has the change already: a book in which the fact cannot be written gives its lines up, and they come back with
 * the rights that are stored.
 */
export async function inForce(
  { open, surprises }: { open: OpenBooks; surprises: Surprises },
  books: readonly Book[],
  { by, fact, rights }: { readonly by: PersonId; readonly fact: AccessFact; readonly rights: RightsNow },
): Promise<void> {
  await Promise.all(
    books.map(async (book) => {
      try {
        const room = await open.room(book.id)
        await room.changeAccess(by, fact, (actor) => rights(book, actor))
      } catch (cause) {
        surprises.problem(cause, newInstance())
      }
    }),
  )
}
