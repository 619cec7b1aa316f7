import type {
  AuthorRecord,
  Book,
  BookEntry,
  BookId,
  BookSnapshot,
  DialogueId,
  Instant,
  ParkedEdit,
  ParkedId,
  ParkedState,
  PersonId,
  RecordedEntry,
} from '@witboek/domain'

/**
 * The record of every book: an append-only, gap-free sequence per book. What the bytes mean is not known here.
 * An entry is never changed or removed; snapshots only save reading.
 */
export interface BookLog {
  /**
   * Writes all entries or none, numbered on from `expectedHead`, and resolves when they are durable. When the sequence
   * has moved on meanwhile, or one of the `newClients` belongs to an entry already, it writes nothing and answers
   * `ok: false` with the head there is: the caller catches up, and judges again. The head is the only condition: whatever
   * is written was judged against everything before it.
   *
   * When it rejects, the outcome is unknown: a connection that broke while it was committing took the answer with it. Only
   * `head` and `read` can tell then whether the entries are there.
   */
  append(book: BookId, expectedHead: number, entries: readonly BookEntry[]): Promise<{ ok: boolean; head: number }>
  /** At most `limit` entries after number `after`, in order. */
  read(book: BookId, range: { after: number; limit: number }): Promise<readonly RecordedEntry[]>
  /** All facts up to and including number `through`, in order. */
  facts(book: BookId, through: number): Promise<readonly RecordedEntry[]>
  /** Whose each client id is, in the order of their first entry: from the `newClients` of all edits so far. */
  authors(book: BookId): Promise<readonly AuthorRecord[]>
  /** The number and the time of the last entry; `{ seq: 0, at: null }` for a book nobody wrote in. */
  head(book: BookId): Promise<{ seq: number; at: Instant | null }>
  /** The latest snapshot, with the last known state of every section that ever had one. */
  latestSnapshot(book: BookId): Promise<BookSnapshot | null>
  /** `snapshot.sections` are those that changed since the one before it. One that is older than the latest changes nothing. */
  saveSnapshot(book: BookId, snapshot: BookSnapshot): Promise<void>
}

export interface Books {
  /** Adds what is not there yet; a book that is there stays as it is. */
  add(book: Book): Promise<void>
  find(id: BookId): Promise<Book | null>
  of(dialogue: DialogueId): Promise<readonly Book[]>
}

/** Words that were refused, set aside for their writer. */
export interface ParkedEdits {
  /**
   * Keeps it, unless `max` of this writer wait in this book already (`full`). The same id a second time changes nothing,
   * because a device may bring it twice; it answers `taken` when that id is somebody else's words.
   */
  keep(parked: ParkedEdit, max: number): Promise<'kept' | 'full' | 'taken'>
  find(id: ParkedId): Promise<ParkedEdit | null>
  /** Those of a book that still wait (kept, handed over or returned), oldest first. */
  waiting(book: BookId): Promise<readonly ParkedEdit[]>
  /** Answers `false`, and changes nothing, when it is no longer in the state `from`: somebody else was first. */
  move(id: ParkedId, from: ParkedState, to: ParkedState): Promise<boolean>
  /** All of this writer, whatever became of them, oldest first. */
  of(writer: PersonId): Promise<readonly ParkedEdit[]>
  /** The writer takes back whatever the Chef does not have, and the words of it go; that something was set aside stays. */
  forget(writer: PersonId): Promise<void>
}
