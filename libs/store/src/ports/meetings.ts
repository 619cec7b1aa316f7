import type {
  Admission,
  AdmissionId,
  AdmissionState,
  DialogueId,
  Meeting,
  MeetingId,
  PersonId,
  RecordedMeetingFact,
} from '@witboek/domain'

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
