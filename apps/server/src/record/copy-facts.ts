import { factEvent, type Book, type BookId, type NewEvent } from '@witboek/domain'
import { eventHash, type BookLog, type Store } from '@witboek/store'

/** One reading of a book's log (entries). */
const page = 500
/** More facts than this are more than one transaction: others want to write in between. */
const batch = 100

/**
 * Copies the facts of a book that are not in the chain of its dialogue yet, up to the last entry there is now. Several
 * servers may be at the same: each fact comes in once. Cut off at any moment, the next call goes on from there (RECORD-2).
 */
export async function copyFacts({ books, bookLog, events }: Store, id: BookId): Promise<void> {
  const book = await books.find(id)
  if (!book) return
  const { seq: head } = await bookLog.head(id)
  for (;;) {
    const from = await events.recorded(id)
    if (from >= head) return
    const { through, found } = await factsAfter(from, book, bookLog)
    // No, when others were first: then it goes on from where they are.
    await events.appendOfBook(book.dialogue, id, { from, through }, found)
  }
}

async function factsAfter(
  after: number,
  book: Book,
  bookLog: BookLog,
): Promise<{ readonly through: number; readonly found: readonly NewEvent[] }> {
  const found: NewEvent[] = []
  let through = after
  for (;;) {
    const entries = await bookLog.read(book.id, { after: through, limit: page })
    for (const entry of entries) {
      through = entry.seq
      const event = factEvent(book, entry, eventHash)
      if (event) found.push(event)
      if (found.length === batch) return { through, found }
    }
    if (entries.length < page) return { through, found }
  }
}
