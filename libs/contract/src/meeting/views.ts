import type {
  AgendaGoal,
  AgendaItemId,
  AgendaItemState,
  AnnouncementId,
  AttendanceMode,
  GivenReason,
  HandsBlock,
  Hiding,
  Instant,
  MeetingId,
  PersonId,
  Poll,
  PollId,
  PollPlan,
  PollResult,
  QuestionId,
  QuestionKind,
  ReportId,
  ReportOutcome,
  ReportTarget,
  Role,
  ScreenView,
  SectionId,
  SpeakerId,
  SpeakerKind,
  Spell,
  Timer,
} from '@witboek/domain'

/** What everybody at a meeting may see, the same for all of them; pushed as a whole (`meeting:hall`). */
export interface HallView {
  readonly meeting: MeetingId
  /** Rises with what is seen; an older view that arrives late is passed over. */
  readonly version: number
  /** The server's clock when this was made: pages know by it how far off their own is. */
  readonly now: Instant
  readonly state: 'before' | 'running' | 'paused' | 'over'
  readonly agenda: readonly AgendaItemShown[]
  readonly timer: Timer | null
  readonly queue: QueueShown
  readonly here: HereShown
  /** Those that are not drafts, the latest first. */
  readonly polls: readonly PollShown[]
  readonly questions: readonly QuestionShown[]
  readonly announcements: readonly AnnouncementShown[]
  readonly reactionsMuted: boolean
  readonly screen: ScreenView
}

export interface AgendaItemShown {
  readonly id: AgendaItemId
  readonly title: string
  readonly goal: AgendaGoal
  readonly minutes: number
  readonly state: AgendaItemState
  readonly spells: readonly Spell[]
  readonly sections: readonly SectionId[]
  readonly polls: readonly PollId[]
  /** The meeting at which it was deferred to this one, with its title as far as people know of it; `null`: made for this one. */
  readonly from: { readonly meeting: MeetingId; readonly title: string } | null
}

interface QueueShown {
  readonly closed: boolean
  /** Seconds; `null`: as long as it takes. */
  readonly limit: number | null
  readonly speaking: SpeakerShown | null
  /** In the order in which they get the word. */
  readonly waiting: readonly SpeakerShown[]
}

export interface SpeakerShown {
  readonly id: SpeakerId
  readonly person: PersonId
  readonly name: string
  readonly kind: SpeakerKind
  readonly mode: AttendanceMode
  readonly note: string
  readonly state: 'waiting' | 'speaking' | 'paused'
  /** Has not spoken yet tonight. */
  readonly first: boolean
  /** Why the Chef put them elsewhere in the row; `null`: nobody did. */
  readonly movedFor: string | null
  readonly spells: readonly Spell[]
}

/** How many are here. */
interface HereShown {
  readonly room: number
  readonly remote: number
  readonly away: number
}

/** A poll as everybody sees it. */
export interface PollShown extends Pick<
  Poll,
  'id' | 'item' | 'openedAt' | 'closesAt' | 'closedAt' | 'voidReason' | keyof PollPlan
> {
  readonly state: Exclude<Poll['state'], 'draft'>
  readonly entitled: number
  /** Ballots and confirmed hands so far. */
  readonly cast: number
  /** Who has it open and has not cast yet. */
  readonly filling: number
  /** Counts of hands that wait for a second person. */
  readonly handsToCheck: number
  /** What the poll's own rule lets be seen now; `null`: nothing yet. Once published it is the recount of the ballots. */
  readonly result: PollResult | null
  /** Of a named poll, once its result may be seen: who chose what. */
  readonly votes: readonly { readonly name: string; readonly choices: unknown }[] | null
  /** Of a consent poll that is closed and not secret, once its result may be seen: why people block or worry, without names. */
  readonly reasons?: readonly GivenReason[]
}

export interface QuestionShown {
  readonly id: QuestionId
  readonly kind: QuestionKind
  /** `null`: out of sight. */
  readonly text: string | null
  /** `null`: unsigned, or out of sight. */
  readonly name: string | null
  readonly at: Instant
  readonly state: 'open' | 'answered' | 'postponed'
  /** Why it is out of sight; `null` when it is not. */
  readonly hiddenFor: string | null
}

export interface AnnouncementShown {
  readonly id: AnnouncementId
  readonly text: string
  readonly at: Instant
}

/** What only one person sees (`meeting:own`). */
export interface OwnView {
  readonly meeting: MeetingId
  readonly version: number
  readonly person: PersonId
  /** `null`: has not checked in. */
  readonly attendance: { readonly mode: AttendanceMode; readonly state: 'present' | 'away' | 'left' } | null
  /** Waits for the word, or has it. */
  readonly speaker: { readonly id: SpeakerId; readonly state: 'waiting' | 'speaking' | 'paused' } | null
  /** Open polls in which this person may vote. */
  readonly votes: readonly PollId[]
  /**
   * Open polls in which somebody who votes in this group does not: they have not checked in, or it is secret and they were not
   * there when it opened.
   */
  readonly votesNot: { readonly [poll: PollId]: 'not-here' | 'too-late' }
  /**
   * How they voted, on whatever device: their hand was counted, or this version of their ballot counts. Of a secret poll only a
   * hand: that somebody has cast a ballot there is pushed to nobody.
   */
  readonly voted: { readonly [poll: PollId]: 'hand' | number }
  /** May look at hands that somebody else counted. */
  readonly checksHands: boolean
  /** Their own questions, also those that are out of sight. Unsigned ones are nobody's. */
  readonly questions: readonly OwnQuestion[]
  /** What they reported, and what was decided of it. */
  readonly reports: readonly OwnReport[]
}

export interface OwnQuestion {
  readonly id: QuestionId
  readonly text: string
  readonly hidden: Hiding | null
  /** The lead has put it back; `null`: nobody had to. */
  readonly restored: Said | null
}

export interface OwnReport {
  readonly id: ReportId
  readonly target: ReportTarget
  /** The words, the name or the description that it is about; `null`: out of sight. */
  readonly about: string | null
  readonly reason: string
  readonly at: Instant
  /** Who decides. */
  readonly to: 'chef' | 'lead'
  readonly verdict: Verdict | null
}

/** What somebody said, and when. */
export interface Said {
  readonly reason: string
  readonly at: Instant
}

/** What was decided of a report. */
interface Verdict extends Said {
  readonly outcome: ReportOutcome
}

/** What the one who leads sees besides (`meeting:desk`). */
export interface DeskView {
  readonly meeting: MeetingId
  readonly version: number
  /** In the order in which they came. */
  readonly attendees: readonly AttendeeShown[]
  /** Experts of the group who have not checked in, with what they would have brought. */
  readonly absent: readonly AbsentShown[]
  readonly drafts: readonly DraftShown[]
  /** Hands that were counted, of polls that are not over. */
  readonly hands: readonly (HandsBlock & { readonly poll: PollId; readonly enteredByName: string })[]
  /** Also those out of sight, with what was said of it. */
  readonly questions: readonly DeskQuestion[]
  /** Words that people do not understand, the most asked first. */
  readonly unclear: readonly { readonly word: string; readonly count: number }[]
  /** Those that were taken out of sight, and why. */
  readonly struck: readonly { readonly word: string; readonly reason: string }[]
  readonly reports: readonly ReportShown[]
}

export interface AttendeeShown {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly mode: AttendanceMode
  readonly state: 'present' | 'away' | 'left'
  /** Since when they are here, or no longer. */
  readonly since: Instant
}

interface AbsentShown {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  /** What they bring, in one line; may be empty. */
  readonly background: string
}

export interface DraftShown extends PollPlan {
  readonly id: PollId
  readonly item: AgendaItemId | null
}

export interface DeskQuestion {
  readonly id: QuestionId
  readonly text: string
  readonly name: string | null
  readonly hidden: Hiding | null
}

export interface ReportShown {
  readonly id: ReportId
  readonly target: ReportTarget
  /** The words, the name or the description that it is about. */
  readonly about: string
  /** Whom it is about; `null`: the program does not know, because the words are not signed, or somebody is described. */
  readonly of: { readonly person: PersonId; readonly name: string } | null
  readonly reason: string
  /** Who reported it. */
  readonly name: string
  readonly at: Instant
  readonly verdict: Verdict | null
}

/** `GET /api/meetings/{meeting}/now`, and the answer to `meeting:watch`. `desk` only for who leads; `settle` only for the lead. */
export interface MeetingNow {
  readonly hall: HallView
  readonly own: OwnView
  readonly desk: DeskView | null
  readonly settle: SettleView | null
}

/** What the lead decides: reports about Chefs, and what was taken out of sight and appealed (MODERATE-3, MODERATE-4). */
export interface SettleView {
  readonly meeting: MeetingId
  readonly version: number
  readonly reports: readonly ReportShown[]
  /** Out of sight, also those of which the lead has said so. */
  readonly appeals: readonly AppealShown[]
  /** Those that the lead has put back: `hidden` is what had been said before. */
  readonly restored: readonly AppealShown[]
}

export interface AppealShown extends DeskQuestion {
  readonly at: Instant
  readonly restored: Said | null
}
