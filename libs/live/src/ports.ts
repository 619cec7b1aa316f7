import type { BookId, PersonId, Role, SectionId } from '@witboek/domain'

/** Somebody seen in a book: a person, and the section they are in, if any. */
export interface SeenInBook {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly section: SectionId | null
}

/**
 * Who is in which book now. It can be lost and rebuilt: every connection says again where it is. A person with several
 * connections is seen once, where the latest word came from.
 */
export interface Presence {
  /** Says, or says again, where a connection is. */
  say(connection: string, book: BookId, seen: SeenInBook): Promise<void>
  /** The connection is gone, or has left the book. */
  forget(connection: string): Promise<void>
  list(book: BookId): Promise<readonly SeenInBook[]>
  /** How many people are in each of these books. */
  counts(books: readonly BookId[]): Promise<ReadonlyMap<BookId, number>>
  /** Calls back after a change in a book, on whichever server it happened; many changes may come as one call. */
  onChange(listener: (book: BookId) => void): () => void
}

/** All of it can be rebuilt: losing it costs a moment of not seeing each other, and no word. */
export interface Live {
  readonly presence: Presence
  close(): Promise<void>
}
