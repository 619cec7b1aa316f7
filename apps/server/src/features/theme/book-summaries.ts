import type { BookSummary } from '@witboek/contract'
import type { Book } from '@witboek/domain'
import { inBook, type Live } from '@witboek/live'
import type { Store } from '@witboek/store'

/** How each book is doing: when it last changed, and how many people have it open. */
export async function bookSummaries(
  store: Store,
  live: Live,
  books: readonly Book[],
): Promise<readonly { book: Book; summary: BookSummary }[]> {
  const present = await live.presence.counts(books.map(({ id }) => inBook(id)))
  return Promise.all(
    books.map(async (book) => {
      const { at } = await store.bookLog.head(book.id)
      return {
        book,
        summary: { id: book.id, kind: book.kind, lastChange: at, present: present.get(inBook(book.id)) ?? 0 },
      }
    }),
  )
}
