import type { BookId } from '@witboek/domain'
import { OwnPeople, people } from '../own-people.ts'
import type { Presence, SeenInBook } from '../ports.ts'

/** Presence for one server, in the order of the latest word. */
export class InProcessPresence implements Presence {
  private readonly own = new OwnPeople()
  private readonly listeners = new Set<(book: BookId) => void>()
  private words = 0

  say(connection: string, book: BookId, seen: SeenInBook): Promise<void> {
    this.tell(this.own.say(connection, book, { at: ++this.words, seen }))
    return Promise.resolve()
  }

  forget(connection: string): Promise<void> {
    this.tell(this.own.forget(connection))
    return Promise.resolve()
  }

  list(book: BookId): Promise<readonly SeenInBook[]> {
    return Promise.resolve(people(this.own.in(book)))
  }

  counts(books: readonly BookId[]): Promise<ReadonlyMap<BookId, number>> {
    return Promise.resolve(new Map(books.map((book) => [book, this.own.in(book).length])))
  }

  onChange(listener: (book: BookId) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(books: readonly BookId[]): void {
    for (const book of books) for (const listener of [...this.listeners]) listener(book)
  }
}
