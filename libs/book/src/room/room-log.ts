import type { AuthorRecord, BookEntry, BookId, BookSnapshot, RecordedEntry } from '@witboek/domain'

/** What a room asks of whatever keeps the book: the `BookLog` of `libs/store` has this shape. */
export interface RoomLog {
  /** Durable when it resolves. Refuses, and writes nothing, when the sequence has moved on: somebody else wrote. */
  append(book: BookId, expectedHead: number, entries: readonly BookEntry[]): Promise<{ ok: boolean; head: number }>
  /** At most `limit` entries after number `after`, in order. */
  read(book: BookId, range: { after: number; limit: number }): Promise<readonly RecordedEntry[]>
  latestSnapshot(book: BookId): Promise<BookSnapshot | null>
  saveSnapshot(book: BookId, snapshot: BookSnapshot): Promise<void>
  /** All facts from the start up to and including number `through`: together they are the manifest. */
  facts(book: BookId, through: number): Promise<readonly RecordedEntry[]>
  /** Whose each Yjs client id is, of all edits so far. */
  authors(book: BookId): Promise<readonly AuthorRecord[]>
}
