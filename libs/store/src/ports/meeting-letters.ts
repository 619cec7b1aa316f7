import type { Instant, MeetingId, MeetingLetterKind, MeetingMoment, PersonId } from '@witboek/domain'

/** Somebody is to hear of a meeting. What it is like, is looked up when the letter goes. */
export interface MeetingLetter {
  readonly meeting: MeetingId
  readonly person: PersonId
  /** Of the meeting, after what the letter tells. */
  readonly version: number
  readonly kind: MeetingLetterKind
  /** When and where it was before; `null`: they hear of it for the first time, or it is cancelled. */
  readonly was: MeetingMoment | null
  readonly queuedAt: Instant
}

/** Letters about meetings that wait to be sent: one of each meeting for each person, because only the latest news counts. */
export interface MeetingLetters {
  /**
   * Each takes the place of the one that waits of the same meeting, for the same person; when and where it was stays as that
   * one has it, because nobody has heard of what was in between.
   */
  queue(letters: readonly MeetingLetter[]): Promise<void>
  /** The oldest that wait. */
  queued(limit: number): Promise<readonly MeetingLetter[]>
  /** It waits no longer; one that took its place meanwhile does. */
  done(letter: Pick<MeetingLetter, 'meeting' | 'person' | 'version'>): Promise<void>
  /** They want none from now on, and get none of those that wait. */
  stop(person: PersonId): Promise<void>
  /** They want them again. */
  resume(person: PersonId): Promise<void>
  /** Those who want none. */
  stopped(): Promise<ReadonlySet<PersonId>>
  forget(person: PersonId): Promise<void>
}
