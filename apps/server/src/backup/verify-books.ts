import { digestOf, loadBook } from '@witboek/book'
import type { Book } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** A book that does not read back as it was written. */
export class BookDamaged extends Error {}

/**
 * Reads every book of the dialogue twice: from its first entry on, and as a server opens it. Both have to come out equal,
 * section by section. Throws `BookDamaged`.
 */
export async function verifyBooks(store: Store): Promise<void> {
  const frame = await store.dialogues.current()
  for (const book of frame ? await store.books.of(frame.dialogue.id) : []) {
    const differences = await sectionsThatDiffer(store, book).catch((cause: unknown) => {
      throw new BookDamaged(`${book.id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    })
    if (differences.length > 0) throw new BookDamaged(`${book.id}: differs in ${differences.join(', ')}`)
  }
}

async function sectionsThatDiffer({ bookLog }: Store, { id }: Book): Promise<readonly string[]> {
  const read = { latestSnapshot: () => Promise.resolve(null) }
  const whole = await loadBook(id, Object.assign(Object.create(bookLog) as typeof bookLog, read))
  const opened = await loadBook(id, bookLog)
  if (whole.head !== opened.head) return ['its last number']
  return [...whole.docs].flatMap(([section, doc]) => {
    const other = opened.docs.get(section)
    return other && digestOf(other) === digestOf(doc) ? [] : [section]
  })
}
