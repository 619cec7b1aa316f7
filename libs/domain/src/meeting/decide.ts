import type { Instant } from '../ids.ts'
import type { Actor, Person } from '../people.ts'
import type { Phase } from '../phase.ts'
import { ok, refuse, type Result } from '../result.ts'
import { may } from '../rights.ts'
import { joinPoll } from '../poll/poll.ts'
import { currentItem, decideAgenda, type AgendaCommand } from './agenda.ts'
import { decideAnnouncement, type AnnouncementCommand } from './announcement.ts'
import { checkIn, correctAttendance, leaveMeeting, type AttendanceCommand } from './attendance.ts'
import { chefsOf } from './chefs.ts'
import type { MeetingFact } from './meeting-fact.ts'
import type { Meeting } from './meeting.ts'
import { decideMinutes, type MinutesCommand } from './minutes-text.ts'
import { isGoingOn, type Proceedings } from './proceedings.ts'
import { appealHiding, askQuestion, askWord, leadQuestion, settleAppeal, type QuestionCommand } from './question.ts'
import { decideReport, fileReport, type ReportCommand } from './report.ts'
import { decideScreen, type ScreenCommand } from './screen-view.ts'
import { leadQueue, lowerHand, raiseHand, type QueueCommand } from './speaker-queue.ts'
import { decideTimer, type TimerCommand } from './timer.ts'

/** What people ask of a meeting while it goes on, and around it. What touches ballots or seats is not here: that is more than facts. */
export type MeetingCommand =
  | AgendaCommand
  | AttendanceCommand
  | QueueCommand
  | TimerCommand
  | ScreenCommand
  | QuestionCommand
  | AnnouncementCommand
  | { readonly type: 'reactions:mute'; readonly muted: boolean }
  | ReportCommand
  | MinutesCommand

/** Who acts, and all that a rule may look at. */
export interface Acting {
  readonly meeting: Meeting
  readonly phase: Phase
  readonly actor: Actor
  readonly now: Instant
  readonly people: readonly Person[]
  /** The codes on the wall of the hall that are good now. */
  readonly roomCodes: readonly string[]
}

/** What becomes of a command: facts, none when it is so already, or why not (EVENING-3). */
export function decideInMeeting(
  before: Proceedings,
  command: MeetingCommand,
  acting: Acting,
): Result<readonly MeetingFact[]> {
  const right = rightFor(command)
  const allowed = mayInMeeting(right, acting)
  if (!allowed.ok) return allowed
  const whenever = right === 'meeting:settle' || beforeAndAfter.has(command.type)
  if (!whenever && !isGoingOn(before)) return refuse({ code: 'meeting-not-running' })
  return decided(before, command, acting)
}

type MeetingRight = 'meeting:lead' | 'meeting:join' | 'meeting:settle'

/** By the table of rights; and a guest is a guest of one meeting. */
export function mayInMeeting(right: MeetingRight, { actor, meeting, phase }: Acting): Result<null> {
  const allowed = may(right, actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  const { guest } = actor.seat
  return guest && guest.meeting !== meeting.id ? refuse({ code: 'not-your-theme-group' }) : ok(null)
}

/** The agenda is made before the meeting, and the minutes and what was appealed are settled after it. */
const beforeAndAfter: ReadonlySet<MeetingCommand['type']> = new Set([
  'agenda:add',
  'agenda:change',
  'agenda:move',
  'agenda:remove',
  'agenda:defer',
  'screen:show',
  'minutes:note',
  'decision:keep',
  'decision:remove',
  'action:keep',
  'action:remove',
  'question:hide',
  'question:show',
  'question:appeal',
  'report:file',
  'report:decide',
])

/** What everybody who takes part may do for themselves; the rest is for the one who leads, or for the lead. */
const ofOneself: ReadonlySet<MeetingCommand['type']> = new Set([
  'attendance:check-in',
  'attendance:leave',
  'speaker:raise',
  'speaker:lower',
  'speaker:end',
  'question:ask',
  'question:appeal',
  'word:ask',
  'report:file',
])

function rightFor(command: MeetingCommand): MeetingRight {
  if (command.type === 'question:settle') return 'meeting:settle'
  return ofOneself.has(command.type) || command.type === 'report:decide' ? 'meeting:join' : 'meeting:lead'
}

function decided(before: Proceedings, command: MeetingCommand, acting: Acting): Result<readonly MeetingFact[]> {
  const { actor, now, people, meeting } = acting
  const leads = mayInMeeting('meeting:lead', acting).ok
  const own = actor.person
  switch (command.type) {
    case 'agenda:add':
    case 'agenda:change':
    case 'agenda:move':
    case 'agenda:remove':
    case 'agenda:start':
    case 'agenda:end':
    case 'agenda:defer':
      return before.state === 'over' && command.type !== 'agenda:defer'
        ? refuse({ code: 'meeting-over' })
        : decideAgenda(before.agenda, command, before.state === 'running')

    case 'attendance:check-in': {
      const came = checkIn(before.attendance, command, own, acting.roomCodes)
      return came.ok ? ok([...came.value, ...joinedPolls(before, acting)]) : came
    }
    case 'attendance:leave':
      return leaveMeeting(before.attendance, own)
    case 'attendance:correct': {
      const person = people.find(({ id }) => id === command.person)
      if (!person?.seats.some((seat) => mayInMeeting('meeting:join', { ...acting, actor: { ...actor, seat } }).ok))
        return refuse({ code: 'person-not-found' })
      return correctAttendance(before.attendance, command.person, command.mode)
    }

    case 'speaker:raise': {
      const person = command.person ?? own
      if (person !== own && !leads) return refuse({ code: 'not-for-your-role', role: actor.seat.role })
      const attendee = before.attendance.get(person)
      return raiseHand(before.queue, command, person, {
        mode: attendee && attendee.state !== 'left' ? attendee.mode : null,
        item: currentItem(before.agenda)?.id ?? null,
        byChef: leads,
      })
    }
    case 'speaker:lower':
      return lowerHand(before.queue, command.speaker, own, leads)
    case 'speaker:end': {
      const speaking = before.queue.speakers.find(({ state }) => state === 'speaking' || state === 'paused')
      if (!leads && speaking?.person !== own) return refuse({ code: 'not-for-your-role', role: actor.seat.role })
      return leadQueue(before.queue, command)
    }
    case 'speaker:call':
    case 'speaker:pause':
    case 'speaker:resume':
    case 'speaker:move':
    case 'queue:limit':
    case 'queue:close':
    case 'queue:open':
      return leadQueue(before.queue, command)

    case 'timer:start':
    case 'timer:pause':
    case 'timer:resume':
    case 'timer:extend':
    case 'timer:stop':
      return decideTimer(before.timer, command, now)
    case 'screen:show':
      return decideScreen(
        before.screen,
        command,
        before.polls.map(({ id }) => id),
      )

    case 'question:ask':
      return askQuestion(before.questions, command, own)
    case 'word:ask':
      return askWord(before.unclear, command.word)
    case 'question:answer':
    case 'question:postpone':
    case 'question:reopen':
    case 'question:hide':
    case 'question:show':
      return leadQuestion(before.questions, command)
    case 'question:appeal':
      return appealHiding(before.questions, command, own)
    case 'question:settle':
      return settleAppeal(before.questions, command)

    case 'announcement:make':
    case 'announcement:withdraw':
      return decideAnnouncement(before.announcements, command)
    case 'reactions:mute':
      return ok(before.reactionsMuted === command.muted ? [] : [{ type: 'reactions:muted', muted: command.muted }])

    case 'report:file':
      return fileReport(before.reports, before.questions, command, own, chefsOf(people, meeting.theme))
    case 'report:decide': {
      if (mayInMeeting('meeting:settle', acting).ok && !isChefOf(acting))
        return decideReport(before.reports, command, 'lead')
      return leads
        ? decideReport(before.reports, command, 'chef')
        : refuse({ code: 'not-for-your-role', role: actor.seat.role })
    }

    case 'minutes:note':
    case 'decision:keep':
    case 'decision:remove':
    case 'action:keep':
    case 'action:remove': {
      if (before.confirmed) return refuse({ code: 'minutes-confirmed' })
      const items = before.agenda.map(({ id }) => id)
      return decideMinutes(before.minutes, command, items)
    }
  }
}

/** Whoever comes in late has a vote in the polls that are open, unless they are secret (POLL-2). */
function joinedPolls(before: Proceedings, { actor }: Acting): readonly MeetingFact[] {
  if (actor.seat.role !== 'expert') return []
  return before.polls.flatMap((poll) => {
    if (poll.state !== 'open' || !poll.requiresPresence) return []
    const joined = joinPoll(poll, actor.person)
    return joined.ok ? joined.value : []
  })
}

const isChefOf = ({ actor, meeting }: Acting): boolean =>
  actor.seat.role === 'chef' && (meeting.theme === null || actor.seat.theme === meeting.theme)
