import type {
  AuthorRecord,
  Book,
  BookEntry,
  BookId,
  BookSnapshot,
  Dialogue,
  DialogueId,
  Frame,
  Instant,
  LoginId,
  ParkedEdit,
  ParkedId,
  ParkedState,
  Person,
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

/** The frame of each dialogue: themes, budget items, frameworks, and its phase. */
export interface Dialogues {
  /** The dialogue this installation is about; the newest when there are more. `null` on an empty installation. */
  current(): Promise<Frame | null>
  /** The same dialogue without its frame: what every door asks for. */
  currentDialogue(): Promise<Dialogue | null>
  /** Writes the whole frame at once; an existing dialogue with this id is replaced. */
  save(frame: Frame, createdAt: Instant): Promise<void>
  /**
   * What the lead decides on the way; the rest of the frame stays as it is. Answers `false`, and changes nothing, when it
   * is no longer as in `from`: somebody else was first.
   */
  change(from: Decided, to: Omit<Decided, 'id'>): Promise<boolean>
}

/** The part of a dialogue that the lead decides about on the way. */
export type Decided = Pick<Dialogue, 'id' | 'phase' | 'editorialRemarks'>

export interface Books {
  /** Adds what is not there yet; a book that is there stays as it is. */
  add(book: Book): Promise<void>
  find(id: BookId): Promise<Book | null>
  of(dialogue: DialogueId): Promise<readonly Book[]>
}

export interface People {
  /** Adds somebody, or replaces name, background and seats. */
  save(person: Person): Promise<void>
  find(id: PersonId): Promise<Person | null>
  all(): Promise<readonly Person[]>
}

/** A proven identity (login), from the seat the person acts in. The token itself is never kept, only its hash. */
export interface Login {
  readonly id: LoginId
  readonly tokenHash: string
  readonly person: PersonId
  readonly seatIndex: number
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export interface Logins {
  start(login: Login): Promise<void>
  /** `null` for an unknown, ended or expired one. */
  find(tokenHash: string, now: Instant): Promise<Login | null>
  end(id: LoginId): Promise<void>
  /** Ends all logins of a person; answers their ids. */
  endOf(person: PersonId): Promise<readonly LoginId[]>
  /** Removes what has expired; answers how many that were. */
  endExpired(now: Instant): Promise<number>
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
}

/**
 * One after the other, on all servers of this store: what is asked under a name begins when what was asked before under it
 * has ended, well or badly. For deeds that look first and act then, where a second one in between would act on what is no
 * longer so. A server that is cut off loses its turn without knowing: what must never happen twice is a condition of the
 * write besides. Within a turn no other is taken.
 */
export interface Turns {
  /** Answers what `work` answers. Rejects with `TurnMissed`, without calling `work`, when the turn does not come in time. */
  take<Value>(name: string, work: () => Promise<Value>): Promise<Value>
}

/** Others were at it for too long, or cannot be asked. Nothing was done. */
export class TurnMissed extends Error {
  constructor(name: string, cause?: unknown) {
    super(`no turn for ${name} in time`, { cause })
  }
}

/** Everything that must survive a restart. */
export interface Store {
  readonly bookLog: BookLog
  readonly books: Books
  readonly dialogues: Dialogues
  readonly people: People
  readonly logins: Logins
  readonly parkedEdits: ParkedEdits
  readonly turns: Turns
  /** Everything written is durable; the store cannot be used after it. */
  close(): Promise<void>
}
