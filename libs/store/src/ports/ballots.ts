import type { AttendanceMode, Choices, Instant, MeetingId, PersonId, PollId } from '@witboek/domain'

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
interface SecretBallot {
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
  /** Which version of each person's ballot counts, in an open or named poll: how often they have cast it. */
  versions(poll: PollId): Promise<ReadonlyMap<PersonId, number>>
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
