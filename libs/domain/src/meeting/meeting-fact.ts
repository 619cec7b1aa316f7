import type { BookId, Instant, MeetingId, PersonId } from '../ids.ts'
import type { Role } from '../people.ts'
import type { PollFact } from '../poll/poll.ts'
import type { AgendaFact } from './agenda.ts'
import type { QueueFact } from './speaker-queue.ts'
import type { AnnouncementFact } from './announcement.ts'
import type { AttendanceFact } from './attendance.ts'
import type { MinutesFact } from './minutes-text.ts'
import type { QuestionFact } from './question.ts'
import type { ReportFact } from './report.ts'
import type { ScreenFact } from './screen-view.ts'
import type { TimerFact } from './timer.ts'
import type { WordFact } from './unclear-word.ts'

/** What became of the meeting itself. */
export type LifeFact =
  | { readonly type: 'meeting:opened' }
  | { readonly type: 'meeting:paused' }
  | { readonly type: 'meeting:resumed' }
  | { readonly type: 'meeting:closed' }
  /** The minutes are complete. */
  | { readonly type: 'meeting:minuted' }
  /** The group has confirmed them, at this later meeting; `null`: by mail or otherwise. */
  | { readonly type: 'meeting:confirmed'; readonly at: MeetingId | null }
  /** How far a book was. */
  | { readonly type: 'checkpoint:taken'; readonly book: BookId; readonly seq: number }
  /** Phones may send no reactions, or may again. */
  | { readonly type: 'reactions:muted'; readonly muted: boolean }

/** Something that happened at a meeting. Ids of people, never their names. */
export type MeetingFact =
  | LifeFact
  | AgendaFact
  | AttendanceFact
  | QueueFact
  | TimerFact
  | ScreenFact
  | PollFact
  | QuestionFact
  | WordFact
  | AnnouncementFact
  | ReportFact
  | MinutesFact

/** A fact in its place in the log of its meeting. `by: null`: the server's clock, or somebody who chose not to say who. */
export interface RecordedMeetingFact {
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId | null
  readonly role: Role | null
  readonly fact: MeetingFact
}
