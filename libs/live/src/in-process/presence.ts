import type { BookId } from '@witboek/domain'
import type { Presence, SeenInBook } from '../ports.ts'

interface Said {
  readonly book: BookId
  readonly seen: SeenInBook
}

/** Presence for one server: a map, in the order of the latest word. */
export class InProcessPresence implements Presence {
  private readonly said = new Map<string, Said>()
  private readonly listeners = new Set<(book: BookId) => void>()

  say(connection: string, book: BookId, seen: SeenInBook): Promise<void> {
    const before = this.said.get(connection)
    this.said.delete(connection)
    this.said.set(connection, { book, seen })
    if (before && before.book !== book) this.tell(before.book)
    this.tell(book)
    return Promise.resolve()
  }

  forget(connection: string): Promise<void> {
    const before = this.said.get(connection)
    if (this.said.delete(connection) && before) this.tell(before.book)
    return Promise.resolve()
  }

  list(book: BookId): Promise<readonly SeenInBook[]> {
    const people = new Map<string, SeenInBook>()
    for (const said of this.said.values()) if (said.book === book) people.set(said.seen.person, said.seen)
    return Promise.resolve([...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl')))
  }

  async counts(books: readonly BookId[]): Promise<ReadonlyMap<BookId, number>> {
    const counts = new Map<BookId, number>()
    for (const book of books) counts.set(book, (await this.list(book)).length)
    return counts
  }

  onChange(listener: (book: BookId) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(book: BookId): void {
    for (const listener of [...this.listeners]) listener(book)
  }
}
