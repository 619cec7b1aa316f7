import type {
  Admission,
  AdmissionId,
  AdmissionState,
  AttendanceMode,
  AuthorRecord,
  Book,
  BookEntry,
  BookId,
  BookSnapshot,
  ChainedEvent,
  Choices,
  Consent,
  Contact,
  Dialogue,
  DialogueId,
  Frame,
  Instant,
  Invitation,
  InvitationId,
  InvitationState,
  LoginId,
  Meeting,
  MeetingId,
  NewEvent,
  ParkedEdit,
  ParkedId,
  ParkedState,
  PasskeyId,
  Person,
  PersonId,
  PollId,
  RecordedEntry,
  RecordedMeetingFact,
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
  /** Nothing is left of somebody but a pseudonym, for what they wrote; they hold no seat. */
  erase(id: PersonId, pseudonym: string, now: Instant): Promise<void>
  /** Those of whom only a pseudonym is left. */
  erased(): Promise<readonly PersonId[]>
}

/** Who somebody is outside the dialogue. */
export interface Contacts {
  /** Adds or replaces. Answers `false`, and changes nothing, when the address is somebody else's. */
  save(contact: Contact): Promise<boolean>
  of(person: PersonId): Promise<Contact | null>
  /** By an address as `mailAddress` writes it. */
  byEmail(email: string): Promise<Contact | null>
  all(): Promise<readonly Contact[]>
  forget(person: PersonId): Promise<void>
}

/** Who somebody is at an issuer of identities (OpenID Connect: `iss` and `sub`). */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly person: PersonId
}

export interface Identities {
  /** Answers `false` when this identity is known already. */
  add(identity: Identity): Promise<boolean>
  find(issuer: string, subject: string): Promise<Identity | null>
  of(person: PersonId): Promise<readonly Identity[]>
  forget(person: PersonId): Promise<void>
}

/** A passkey (WebAuthn credential): its public half; the other one never leaves the device. */
export interface Passkey {
  /** The credential id, in base64url. */
  readonly id: PasskeyId
  readonly person: PersonId
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  /** What its owner calls it. */
  readonly name: string
  readonly createdAt: Instant
  readonly usedAt: Instant | null
}

export interface Passkeys {
  /** Answers `false` when this one is known already. */
  add(passkey: Passkey): Promise<boolean>
  find(id: PasskeyId): Promise<Passkey | null>
  of(person: PersonId): Promise<readonly Passkey[]>
  used(id: PasskeyId, counter: number, at: Instant): Promise<void>
  /** Answers `false` when it is not this person's. */
  remove(id: PasskeyId, person: PersonId): Promise<boolean>
  forget(person: PersonId): Promise<void>
}

export interface Consents {
  /** Once more the same changes nothing. */
  give(consent: Consent): Promise<void>
  of(person: PersonId): Promise<readonly Consent[]>
  forget(person: PersonId): Promise<void>
}

/** What is good for one use, for a short time: a link to sign in, a step at an issuer. Only the hash of its secret is kept. */
export interface Ticket {
  readonly hash: string
  readonly kind: string
  /** Whose it is; `null` when that is not known yet. */
  readonly person: PersonId | null
  /** For whoever made it. */
  readonly content: Readonly<Record<string, unknown>>
  readonly expiresAt: Instant
}

export interface Tickets {
  issue(ticket: Ticket): Promise<void>
  /** Answers it once, and never again; `null` when it was used, is too old, or is of another kind. */
  take(hash: string, kind: string, now: Instant): Promise<Ticket | null>
  /** Those of a person and a kind end; answers how many that were. */
  endOf(person: PersonId, kind?: string): Promise<number>
  endExpired(now: Instant): Promise<number>
}

export interface Invitations {
  /** `tokenHash`: of the secret in its letter. */
  add(invitation: Invitation, tokenHash: string): Promise<void>
  find(id: InvitationId): Promise<Invitation | null>
  byToken(tokenHash: string): Promise<Invitation | null>
  /** Newest first. */
  of(dialogue: DialogueId): Promise<readonly Invitation[]>
  /** The oldest that wait to be sent. */
  queued(limit: number): Promise<readonly Invitation[]>
  /**
   * Answers `false`, and changes nothing, when its state is none of `from` any more: somebody else was first.
   * With a `tokenHash` letters that were sent before no longer work.
   */
  change(
    id: InvitationId,
    from: readonly InvitationState[],
    to: Partial<
      Pick<Invitation, 'state' | 'email' | 'sentAt' | 'sends' | 'expiresAt' | 'answeredAt' | 'person'> & {
        readonly tokenHash: string
      }
    >,
  ): Promise<boolean>
  /** Name, address and letter go; that somebody was invited stays. */
  forget(ids: readonly InvitationId[]): Promise<void>
}

export interface Meetings {
  add(meeting: Meeting): Promise<void>
  find(id: MeetingId): Promise<Meeting | null>
  /** The one that runs and has this code. */
  byCode(code: string): Promise<Meeting | null>
  /** By the time they start. */
  of(dialogue: DialogueId): Promise<readonly Meeting[]>
  /** Answers `false`, and changes nothing, when its state or version is no longer as in `from`, or its code is taken. */
  change(from: Meeting, to: Meeting): Promise<boolean>
}

export interface Admissions {
  /** Adds it, unless this person asked for this meeting before; answers the one there is. */
  ask(admission: Admission): Promise<Admission>
  find(id: AdmissionId): Promise<Admission | null>
  /** In the order in which they asked. */
  of(meeting: MeetingId): Promise<readonly Admission[]>
  ofPerson(person: PersonId): Promise<readonly Admission[]>
  /** Answers `false`, and changes nothing, when it is no longer in the state `from`. */
  change(
    id: AdmissionId,
    from: AdmissionState,
    to: Partial<Pick<Admission, 'state' | 'writes' | 'askedAt'>>,
  ): Promise<boolean>
}

/**
 * What happened at every meeting: an append-only, gap-free sequence of facts per meeting. A fact is never changed or
 * removed; what it means is not known here.
 */
export interface MeetingLog {
  /**
   * Writes all facts or none, numbered on from `expectedHead`. Answers `false`, and writes nothing, when the sequence has
   * moved on meanwhile: the caller catches up, and judges again.
   */
  append(meeting: MeetingId, expectedHead: number, facts: readonly Omit<RecordedMeetingFact, 'seq'>[]): Promise<boolean>
  /** At most `limit` facts after number `after`, in order. */
  read(meeting: MeetingId, range: { after: number; limit: number }): Promise<readonly RecordedMeetingFact[]>
  /** The number of the last fact; 0 for a meeting at which nothing happened yet. */
  head(meeting: MeetingId): Promise<number>
}

/** Where somebody was who voted; `null` when nobody knows. */
export type BallotMode = AttendanceMode | null

/** Where the ballots of a poll are kept. Nobody votes before it is there, or once it is closed. */
export interface BallotBox {
  readonly poll: PollId
  readonly meeting: MeetingId
  /** Nothing in the store tells whose a ballot is. For good. */
  readonly secret: boolean
  readonly state: 'open' | 'closed'
  /** How many people cast a ballot themselves. */
  readonly cast: number
}

/** A ballot in an open or named poll, as it was at a certain time. */
export interface KeptBallot {
  readonly person: PersonId
  /** 1 for the first; the last one counts. */
  readonly version: number
  readonly choices: Choices
  readonly mode: BallotMode
  readonly at: Instant
}

/** A ballot in a secret poll: all there is of it. */
export interface SecretBallot {
  readonly id: string
  readonly choices: Choices
}

/** Somebody voted: by a ballot of their own, or by hand in the room, where others counted. */
export interface RollEntry {
  readonly person: PersonId
  readonly how: 'ballot' | 'hand'
  readonly mode: BallotMode
}

/** What is kept of somebody's votes. */
export interface OwnVotes {
  /** Every version in open and named polls. */
  readonly ballots: readonly (KeptBallot & { readonly poll: PollId })[]
  /** Polls in which nothing more is known than that they took part: by hand, or in a secret poll that is closed. */
  readonly tookPart: readonly (Omit<RollEntry, 'person'> & { readonly poll: PollId })[]
}

/** What became of a ballot. `by-hand`: this person voted by hand, or was going to. */
export type CastAnswer =
  | { readonly outcome: 'cast'; readonly version: number; readonly before: Choices | null }
  | { readonly outcome: 'again'; readonly version: number }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'by-hand' }

/**
 * The ballots: the truth about every poll (POLL-17, POLL-18). What is acknowledged is durable and counts; what comes after
 * `close` does not. In a secret poll nothing that is kept of a ballot, not an id, a time or a place in an order, leads to who
 * cast it; until it is closed its ballots and its roll cannot be read by this port at all.
 *
 * People cast beside each other; whoever closes a box, or enters hands, waits for them. Within `together`: facts of a meeting
 * first, then ballots, then events, so that nobody waits for each other.
 */
export interface BallotBoxes {
  /** One that is there stays as it is. Throws when that one is secret and this is not, or the other way round. */
  open(box: Pick<BallotBox, 'poll' | 'meeting' | 'secret'>): Promise<void>
  find(poll: PollId): Promise<BallotBox | null>
  /**
   * For open and named polls. Another ballot of the same person is a new version, and the last one counts. `key` is of one
   * wish to vote: with the same key again it is the same version (a retry, also when the box was closed meanwhile).
   * `before`: the choices of the version before; `null` when this is the first.
   */
  cast(ballot: {
    readonly poll: PollId
    readonly person: PersonId
    readonly key: string
    readonly choices: Choices
    readonly mode: BallotMode
    readonly at: Instant
  }): Promise<CastAnswer>
  /** For secret polls: once, and final. The ballot gets an id by chance. `already` also when the box was closed meanwhile. */
  castSecret(ballot: {
    readonly poll: PollId
    readonly person: PersonId
    readonly choices: Choices
    readonly mode: BallotMode
  }): Promise<'cast' | 'already' | 'closed' | 'by-hand'>
  /** From now on no ballot is taken. `false`, and nothing changes, when it is closed already, or not there. */
  close(poll: PollId): Promise<boolean>
  /**
   * These vote by hand, so none of them can cast a ballot any more. When some have cast one already it answers who, and
   * nothing changes for anybody. Also once the box is closed, for a count that is put right. Throws when there is no box.
   */
  byHand(poll: PollId, persons: readonly PersonId[]): Promise<readonly PersonId[]>
  /** They do not vote by hand after all, and may cast a ballot while the box is open. */
  notByHand(poll: PollId, persons: readonly PersonId[]): Promise<void>
  /** The last version of every ballot in an open or named poll, in order of person. */
  ballots(poll: PollId): Promise<readonly KeptBallot[]>
  /** Every version of a person's ballot in an open or named poll, in order. */
  history(poll: PollId, person: PersonId): Promise<readonly KeptBallot[]>
  /** In order of id; none until the poll is closed. */
  secretBallots(poll: PollId): Promise<readonly SecretBallot[]>
  /** Who voted, in order of person. Of a secret poll only those who voted by hand, until it is closed. */
  roll(poll: PollId): Promise<readonly RollEntry[]>
  /** How this person voted, in any poll, closed or not; `null`: they did not. For themselves. */
  voted(poll: PollId, person: PersonId): Promise<RollEntry['how'] | null>
  of(person: PersonId): Promise<OwnVotes>
}

/** What somebody wrote down at a meeting, for themselves. */
export interface MeetingNote {
  readonly meeting: MeetingId
  readonly text: string
  /** 1 for the first. */
  readonly version: number
}

export interface MeetingNotes {
  /**
   * `expectedVersion` is 0 for the first. Answers the new version, or `null` when somebody (on another device) was first;
   * the same words once more are the same version.
   */
  keep(meeting: MeetingId, person: PersonId, text: string, expectedVersion: number): Promise<number | null>
  of(meeting: MeetingId, person: PersonId): Promise<MeetingNote | null>
  /** In order of meeting. */
  ofPerson(person: PersonId): Promise<readonly MeetingNote[]>
  forget(person: PersonId): Promise<void>
}

/** The secret in the address of somebody's calendar; only its hash is kept. */
export interface CalendarKeys {
  /** The one before it opens nothing any more. */
  give(person: PersonId, keyHash: string): Promise<void>
  personBy(keyHash: string): Promise<PersonId | null>
  has(person: PersonId): Promise<boolean>
  forget(person: PersonId): Promise<void>
}

/** The record: chains of events that are only ever added to. */
export interface EventChains {
  /** Adds them behind the last one, in this order. */
  append(chain: string, events: readonly NewEvent[]): Promise<readonly ChainedEvent[]>
  /** At most `limit` events after number `after`, in order. */
  read(chain: string, range: { after: number; limit: number }): Promise<readonly ChainedEvent[]>
  last(chain: string): Promise<ChainedEvent | null>
  /** The last one of this type; `null` when there is none. */
  latest(chain: string, type: string): Promise<ChainedEvent | null>
  /** What somebody did, in all chains. */
  of(actor: PersonId): Promise<readonly ChainedEvent[]>
  acted(actor: PersonId): Promise<boolean>
  /** Everybody who ever did something. */
  actors(): Promise<readonly PersonId[]>
  names(): Promise<readonly string[]>
  /** Up to and including which number the facts of a book are recorded; 0: none. */
  recorded(book: BookId): Promise<number>
  /** Adds the events of a book's facts after `from` up to `through`. Answers `false`, and adds nothing, when others did so already. */
  appendOfBook(
    chain: string,
    book: BookId,
    range: { readonly from: number; readonly through: number },
    events: readonly NewEvent[],
  ): Promise<boolean>
}

/** A proven identity (login), from the seat the person acts in. The token itself is never kept, only its hash. */
export interface Login {
  readonly id: LoginId
  readonly tokenHash: string
  readonly person: PersonId
  readonly seatIndex: number
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** By what it was proven. */
  readonly how: LoginProof
  /** What somebody recognises the device by: `Firefox, Android`. */
  readonly device: string
  /** About when it was last used. */
  readonly seenAt: Instant
}

export const loginProofs = ['example', 'link', 'invitation', 'oidc', 'passkey', 'guest'] as const
export type LoginProof = (typeof loginProofs)[number]

export interface Logins {
  start(login: Login): Promise<void>
  /** `null` for an unknown, ended or expired one. */
  find(tokenHash: string, now: Instant): Promise<Login | null>
  end(id: LoginId): Promise<void>
  /** Those of a person, the newest first. */
  of(person: PersonId, now: Instant): Promise<readonly Login[]>
  seen(id: LoginId, at: Instant): Promise<void>
  /** About when everybody who has a login last used one. */
  lastSeen(): Promise<ReadonlyMap<PersonId, Instant>>
  /** Ends all logins of a person, but the one that is named; answers their ids. */
  endOf(person: PersonId, except?: LoginId): Promise<readonly LoginId[]>
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
  /** All of this writer, whatever became of them, oldest first. */
  of(writer: PersonId): Promise<readonly ParkedEdit[]>
  /** The writer takes back whatever the Chef does not have, and the words of it go; that something was set aside stays. */
  forget(writer: PersonId): Promise<void>
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

/** What can be changed together: all of it or nothing. */
export interface Together {
  readonly books: Books
  readonly dialogues: Dialogues
  readonly people: People
  readonly contacts: Contacts
  readonly identities: Identities
  readonly passkeys: Passkeys
  readonly consents: Consents
  readonly logins: Logins
  readonly tickets: Tickets
  readonly invitations: Invitations
  readonly meetings: Meetings
  readonly admissions: Admissions
  readonly meetingLog: MeetingLog
  readonly ballotBoxes: BallotBoxes
  readonly meetingNotes: MeetingNotes
  readonly calendarKeys: CalendarKeys
  readonly parkedEdits: ParkedEdits
  readonly events: EventChains
}

/** Everything that must survive a restart. */
export interface Store extends Together {
  readonly bookLog: BookLog
  readonly turns: Turns
  /**
   * One transaction: what `work` does by the ports it is handed is durable as a whole when this resolves, and undone when it
   * rejects. For a change and the event that records it. `work` asks nothing else of the store, and waits for nobody.
   */
  together<Value>(work: (ports: Together) => Promise<Value>): Promise<Value>
  /** Everything written is durable; the store cannot be used after it. */
  close(): Promise<void>
}
