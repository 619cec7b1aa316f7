import type { BookId, LoginId, MeetingId, PersonId, PollId, RecordedEntry, Role, SectionId } from '@witboek/domain'
import type { Adapter } from 'socket.io-adapter'
import type { Place } from './place.ts'

/** Somebody seen somewhere: a person, and in a book the section they are in, if any. */
export interface Seen {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly section: SectionId | null
}

/**
 * Who is where now. It can be lost and rebuilt: every connection says again where it is. A person with several connections
 * is seen once, where the latest word came from. Who is in two places at once says so by two names of their connection.
 */
export interface Presence {
  /** Says, or says again, where a connection is. */
  say(connection: string, place: Place, seen: Seen): Promise<void>
  /** The connection is gone, or has left the place. */
  forget(connection: string): Promise<void>
  list(place: Place): Promise<readonly Seen[]>
  /** How many people are in each of these places. */
  counts(places: readonly Place[]): Promise<ReadonlyMap<Place, number>>
  /** Calls back after a change in a place, on whichever server it happened; many changes may come as one call. */
  onChange(listener: (place: Place) => void): () => void
}

/** What one server hears from the others about a book. */
export interface BookEars {
  /**
   * These are durable: in order, but perhaps with a hole before or between them, or not for the first time. None at all
   * says: there may be more in the log than was told here, so look into it. That comes for an edit too large to spread,
   * and once when the servers hear each other again.
   */
  readonly recorded: (entries: readonly RecordedEntry[]) => void
  /** Something that passes, in bytes that only rooms understand. */
  readonly told: (message: Uint8Array) => void
}

/**
 * Between the servers that have the same book open. It orders nothing and keeps nothing: the log does, and whoever missed
 * something reads it there. Losing it costs a moment of not seeing each other's words, and no word.
 */
export interface BookBus {
  /** Tells the others what has just become durable here. Never waited for, and never the reason of an acknowledgement. */
  spread(book: BookId, entries: readonly RecordedEntry[]): void
  /** Tells the others something that passes; answers how many servers heard it (0 when they cannot be reached). */
  tell(book: BookId, message: Uint8Array): Promise<number>
  /** Listens from after entry `after` on, until the answer is called. What this server itself says does not come back. */
  listen(book: BookId, after: number, ears: BookEars): () => void
  /** Whether the servers hear each other now. While they do not, rooms look into the log themselves. */
  readonly connected: boolean
}

/** Something every server has to act upon, whatever book it is about. */
export type Notice =
  | { readonly type: 'logins-ended'; readonly logins: readonly LoginId[] }
  /** Somebody's seat, or the phase, is another one: the store has it. */
  | { readonly type: 'access-changed' }
  /** Something of a meeting is new, up to this number of its log at least: a fact, or a ballot. */
  | { readonly type: 'meeting-changed'; readonly meeting: MeetingId; readonly head: number }

/** What every server has to know at once; those that were away look into the store when they are back. */
export interface Notices {
  /** To all the others; resolves when it is under way, or cannot be. */
  send(notice: Notice): Promise<void>
  /** Calls back with what others have sent. */
  onNotice(listener: (notice: Notice) => void): void
  /** Calls back when the servers can hear each other again: something may have been missed. */
  onReturn(listener: () => void): void
}

/**
 * How fast an account is read, all its lines on all servers together (I6); never an address: a whole hall may come from
 * one. It slows down and refuses nothing.
 */
export interface Pace {
  /**
   * A message of so many bytes came in from this account; answers how long (ms) to wait before reading on. Nobody waits
   * for another server to know that: what comes in there counts a moment later.
   */
  read(account: PersonId, size: number, now: number): number
  /** Nothing of this account is open here any more. */
  forget(account: PersonId): void
}

/** At most so many in so long (ms): a window that begins with the first. */
export interface AttemptLimit {
  readonly max: number
  readonly within: number
}

/**
 * How often something was tried, on all servers together: for what may be guessed (a code, a link) or be a nuisance to
 * others (mail). Under a name that says what is tried, and by or for whom; a hall shares an address, so a limit per address
 * is one for a hall.
 */
export interface Attempts {
  /** Counts one more; answers 0, or how long (ms) until it may be tried again. */
  take(name: string, limit: AttemptLimit): Promise<number>
  /** Counts nothing: how long (ms) until it may be tried again, 0 when that is now. For what counts only when it fails. */
  left(name: string, limit: AttemptLimit): Promise<number>
}

/** A ballot in numbers: what it adds under which name. Whole numbers. */
type TallySlots = Readonly<Record<string, number>>

/** The ballot of a voter as far as a tally has to know. */
export interface TallyBallot {
  readonly voter: string
  /** Of the ballot of this voter: the highest counts. */
  readonly version: number
  readonly slots: TallySlots
}

export interface Tally {
  /** Without those that are 0. */
  readonly sum: TallySlots
  /** How many voters are in it. */
  readonly cast: number
}

/**
 * The running tally (tussenstand) of open and named polls, the same on all servers; never of a secret one. It is for showing
 * while people vote and can be lost at any moment: what counts is a count of the ballots in the store.
 */
export interface Tallies {
  /**
   * What was just made durable. It replaces a lower version of the same voter, and otherwise changes nothing: it may be said
   * twice, late, and in any order. Nobody has to wait for it, and it never rejects: what cannot be said now is said when the
   * servers hear each other again.
   */
  add(poll: PollId, ballot: TallyBallot): Promise<void>
  /** `null`: it is not known whether it is complete, so count the ballots (`rebuild`). */
  read(poll: PollId): Promise<Tally | null>
  /**
   * Asks for all ballots in the store, answers their tally, and keeps that from now on for all servers. Safe while people
   * vote and others do the same: when something of it was lost meanwhile, it is not kept, and whoever reads counts again.
   */
  rebuild(poll: PollId, ballots: () => Promise<readonly TallyBallot[]>): Promise<Tally>
  /** Nobody asks for it any more. By itself it goes some hours after the last ballot. */
  forget(poll: PollId): Promise<void>
}

/** Makes the adapter with which Socket.IO reaches the sockets of the other servers. */
export type SocketsAdapter = (namespace: unknown) => Adapter

/** All of it can be rebuilt: losing it costs a moment of not seeing each other, and no word. */
export interface Live {
  readonly presence: Presence
  readonly books: BookBus
  readonly notices: Notices
  readonly pace: Pace
  readonly attempts: Attempts
  readonly tallies: Tallies
  /** `null` for a server on its own: Socket.IO needs no help then. */
  readonly sockets: SocketsAdapter | null
  close(): Promise<void>
}
