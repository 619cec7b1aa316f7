import type { AgendaItemId, Instant, MeetingId, PersonId, PollId } from '../ids.ts'
import { applyPoll, type Poll, type PollFact } from '../poll/poll.ts'
import { agendaGoesOn, agendaHeld, applyAgenda, applyCarried, type Agenda, type AgendaFact } from './agenda.ts'
import { applyQueue, noSpeakers, queueFollows, queueOver, type QueueFact, type SpeakerQueue } from './speaker-queue.ts'
import type { Spell } from './spell.ts'
import { applyAnnouncement, type Announcement, type AnnouncementFact } from './announcement.ts'
import { applyAttendance, attendanceOver, type Attendance, type AttendanceFact } from './attendance.ts'
import type { LifeFact, MeetingFact, RecordedMeetingFact } from './meeting-fact.ts'
import { applyMinutes, noMinutes, type Checkpoint, type MinutesFact, type MinutesText } from './minutes-text.ts'
import { applyQuestion, hiddenAsReported, type Question, type QuestionFact } from './question.ts'
import { applyReport, type Report, type ReportFact } from './report.ts'
import type { ScreenFact, ScreenView } from './screen-view.ts'
import { applyTimer, type Timer, type TimerFact } from './timer.ts'
import { applyWord, type UnclearWords, type WordFact } from './unclear-word.ts'

/** How a meeting goes (verloop): all that is known of it, made of nothing but its facts (EVENING-1). */
export interface Proceedings {
  readonly meeting: MeetingId
  /** The number of the last fact; 0: nothing has happened. */
  readonly head: number
  /** When that was. */
  readonly at: Instant
  readonly state: 'before' | 'running' | 'paused' | 'over'
  /** When it was going on, pauses left out. */
  readonly spells: readonly Spell[]
  /** `null`: it is not over. */
  readonly closedAt: Instant | null
  readonly agenda: Agenda
  /** What it has taken over from earlier meetings, also what was taken off again. */
  readonly carried: ReadonlySet<AgendaItemId>
  readonly attendance: Attendance
  readonly queue: SpeakerQueue
  readonly timer: Timer | null
  readonly screen: ScreenView
  readonly polls: readonly Poll[]
  /** The numbers of the first and the last fact of each poll. */
  readonly pollFacts: ReadonlyMap<PollId, { readonly from: number; readonly to: number }>
  readonly questions: readonly Question[]
  readonly unclear: UnclearWords
  readonly announcements: readonly Announcement[]
  readonly reports: readonly Report[]
  readonly reactionsMuted: boolean
  readonly minutes: MinutesText
  readonly checkpoints: readonly Checkpoint[]
  readonly minutedAt: Instant | null
  readonly confirmed: { readonly at: Instant; readonly meeting: MeetingId | null } | null
  /** Who led it: whoever opened or closed it. */
  readonly ledBy: readonly PersonId[]
}

/** Nothing has happened yet. */
export const noProceedings = (meeting: MeetingId): Proceedings => ({
  meeting,
  head: 0,
  at: 0 as Instant,
  state: 'before',
  spells: [],
  closedAt: null,
  agenda: [],
  carried: new Set(),
  attendance: new Map(),
  queue: noSpeakers,
  timer: null,
  screen: { what: 'join' },
  polls: [],
  pollFacts: new Map(),
  questions: [],
  unclear: new Map(),
  announcements: [],
  reports: [],
  reactionsMuted: false,
  minutes: noMinutes,
  checkpoints: [],
  minutedAt: null,
  confirmed: null,
  ledBy: [],
})

/** It goes on by one fact. Two servers' clocks differ a little, and nothing lasts less than no time: time only goes on (EVENING-1). */
export function proceed(before: Proceedings, { seq, at: told, by, fact }: RecordedMeetingFact): Proceedings {
  const at = Math.max(before.at, told) as Instant
  return {
    ...before,
    ...changed(before, fact, at, by),
    pollFacts: numbered(before.pollFacts, fact, seq),
    head: seq,
    at,
  }
}

function numbered(known: Proceedings['pollFacts'], fact: MeetingFact, seq: number): Proceedings['pollFacts'] {
  const family = familyOf(fact)
  if (family !== 'poll' && family !== 'hands') return known
  const { poll } = fact as PollFact
  return new Map(known).set(poll, { from: known.get(poll)?.from ?? seq, to: seq })
}

function changed(before: Proceedings, fact: MeetingFact, at: Instant, by: PersonId | null): Partial<Proceedings> {
  switch (familyOf(fact)) {
    case 'meeting':
    case 'checkpoint':
    case 'reactions':
      return lived(before, fact as LifeFact, at, by)
    case 'agenda':
      return {
        agenda: applyAgenda(before.agenda, fact as AgendaFact, at),
        carried: applyCarried(before.carried, fact as AgendaFact),
      }
    case 'attendance':
      return attended(before, fact as AttendanceFact, at)
    case 'speaker':
    case 'queue':
      return { queue: applyQueue(before.queue, fact as QueueFact, at) }
    case 'timer':
      return { timer: applyTimer(before.timer, fact as TimerFact, at) }
    case 'screen':
      return { screen: (fact as ScreenFact).view }
    case 'poll':
    case 'hands':
      return { polls: applyPoll(before.polls, fact as PollFact, at, by) }
    case 'word':
      return { unclear: applyWord(before.unclear, fact as WordFact, at) }
    case 'question':
      return { questions: applyQuestion(before.questions, fact as QuestionFact, at) }
    case 'announcement':
      return { announcements: applyAnnouncement(before.announcements, fact as AnnouncementFact, at) }
    case 'report':
      return reported(before, fact as ReportFact, at)
    case 'minutes':
    case 'decision':
    case 'action':
      return { minutes: applyMinutes(before.minutes, fact as MinutesFact) }
    default:
      // Of a later version, while servers are renewed one by one: it has its number, and says nothing here.
      return {}
  }
}

/** `agenda:added` → `agenda`. */
const familyOf = ({ type }: MeetingFact) =>
  type.slice(0, type.indexOf(':')) as MeetingFact['type'] extends `${infer Family}:${string}` ? Family : never

function lived(before: Proceedings, fact: LifeFact, at: Instant, by: PersonId | null): Partial<Proceedings> {
  const ended = before.spells.map((spell) => (spell.to === null ? { ...spell, to: at } : spell))
  const ledBy = by === null || before.ledBy.includes(by) ? before.ledBy : [...before.ledBy, by]
  switch (fact.type) {
    case 'meeting:opened':
      return { state: 'running', spells: [...ended, { from: at, to: null }], ledBy }
    case 'meeting:paused':
      return { state: 'paused', spells: ended, agenda: agendaHeld(before.agenda, at) }
    case 'meeting:resumed':
      return { state: 'running', spells: [...ended, { from: at, to: null }], agenda: agendaGoesOn(before.agenda, at) }
    case 'meeting:closed':
      return {
        state: 'over',
        spells: ended,
        closedAt: at,
        agenda: agendaHeld(before.agenda, at),
        attendance: attendanceOver(before.attendance, at),
        queue: queueOver(before.queue, at),
        timer: null,
        ledBy,
      }
    case 'meeting:minuted':
      return { minutedAt: at }
    case 'meeting:confirmed':
      return { confirmed: { at, meeting: fact.at } }
    case 'checkpoint:taken':
      return { checkpoints: [...before.checkpoints, { book: fact.book, seq: fact.seq, at }] }
    case 'reactions:muted':
      return { reactionsMuted: fact.muted }
    default:
      return {}
  }
}

/** Whoever checks in somewhere else waits for the word from there. */
function attended({ attendance, queue }: Proceedings, fact: AttendanceFact, at: Instant): Partial<Proceedings> {
  const after = applyAttendance(attendance, fact, at)
  return { attendance: after, queue: fact.type === 'attendance:checked-in' ? queueFollows(queue, fact) : queue }
}

/** A question that was reported rightly is out of sight with it. */
function reported(before: Proceedings, fact: ReportFact, at: Instant): Partial<Proceedings> {
  const reports = applyReport(before.reports, fact, at)
  if (fact.type !== 'report:decided' || fact.outcome !== 'hidden') return { reports }
  const report = before.reports.find(({ id }) => id === fact.report)
  if (report?.target.kind !== 'question') return { reports }
  return { reports, questions: hiddenAsReported(before.questions, report.target.question, fact.reason, at, report.to) }
}

/** It is going on, or pauses. */
export const isGoingOn = ({ state }: Pick<Proceedings, 'state'>): boolean => state === 'running' || state === 'paused'
