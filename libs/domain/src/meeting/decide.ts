import type { AgendaItemId } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { mayInMeeting, type Acting, type MeetingRight } from './acting.ts'
import { currentItem } from './agenda.ts'
import { decideAgenda, type AgendaCommand } from './agenda-steps.ts'
import { joinedPolls, leaving } from './coming-and-going.ts'
import { leadQueue, lowerHand, raiseHand, type QueueCommand } from './queue-steps.ts'
import { speakerNow } from './speaker-queue.ts'
import { decideAnnouncement, type AnnouncementCommand } from './announcement.ts'
import { checkIn, correctAttendance, type AttendanceCommand } from './attendance.ts'
import { chefsOf } from './chefs.ts'
import type { MeetingFact } from './meeting-fact.ts'
import { decideMinutes, isMinuted, type MinutesCommand } from './minutes-text.ts'
import { isGoingOn, type Proceedings } from './proceedings.ts'
import { appealHiding, askQuestion, leadQuestion, settleAppeal, type QuestionCommand } from './question.ts'
import { decideReport, fileReport, type ReportCommand } from './report.ts'
import { decideScreen, type ScreenCommand } from './screen-view.ts'
import { decideTimer, type TimerCommand } from './timer.ts'
import { decideWord, type WordCommand } from './unclear-word.ts'

/** What people ask of a meeting while it goes on, and around it. What touches ballots or seats is not here: that is more than facts. */
export type MeetingCommand =
  | AgendaCommand
  | AttendanceCommand
  | QueueCommand
  | TimerCommand
  | ScreenCommand
  | QuestionCommand
  | WordCommand
  | AnnouncementCommand
  | { readonly type: 'reactions:mute'; readonly muted: boolean }
  | ReportCommand
  | MinutesCommand

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

/** The agenda is made before the meeting, and the minutes and what was appealed are settled after it. */
const beforeAndAfter: ReadonlySet<MeetingCommand['type']> = new Set([
  'agenda:add',
  'agenda:change',
  'agenda:move',
  'agenda:remove',
  'agenda:defer',
  'agenda:undo',
  'screen:show',
  'minutes:note',
  'decision:keep',
  'decision:remove',
  'action:keep',
  'action:remove',
  'question:hide',
  'question:show',
  'question:appeal',
  'word:strike',
  'word:restore',
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
    case 'agenda:undo':
      if (command.type === 'agenda:defer') {
        if (command.to === meeting.id) return refuse({ code: 'not-a-later-meeting' })
      } else if (before.state === 'over' && command.type !== 'agenda:undo') return refuse({ code: 'meeting-over' })
      if (command.type === 'agenda:undo' && isTakenUp(before, command.item, acting))
        return refuse({ code: 'item-taken-up' })
      if (command.type === 'agenda:remove' && isMinuted(before.minutes, command.item))
        return refuse({ code: 'item-was-current' })
      return decideAgenda(before.agenda, command, before.state === 'running')

    case 'attendance:check-in': {
      const came = checkIn(before.attendance, command, { person: own, role: actor.seat.role }, acting.roomCodes)
      return came.ok ? ok([...came.value, ...joinedPolls(before, own, acting)]) : came
    }
    case 'attendance:leave':
      return leaving(before, own)
    case 'attendance:correct': {
      const seats = people.find(({ id }) => id === command.person)?.seats ?? []
      const seat = seats.find((held) => mayInMeeting('meeting:join', { ...acting, actor: { ...actor, seat: held } }).ok)
      if (!seat) return refuse({ code: 'person-not-found' })
      if (command.mode === null) return leaving(before, command.person)
      const corrected = correctAttendance(before.attendance, { person: command.person, role: seat.role }, command.mode)
      return corrected.ok ? ok([...corrected.value, ...joinedPolls(before, command.person, acting)]) : corrected
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
      const speaking = speakerNow(before.queue)
      const ownIsOver = before.queue.speakers.some(({ person, state }) => person === own && state === 'done')
      if (leads || !speaking || speaking.person === own) return leadQueue(before.queue, command, now)
      return ownIsOver ? ok([]) : refuse({ code: 'not-for-your-role', role: actor.seat.role })
    }
    case 'speaker:call':
    case 'speaker:resume':
      // Nobody has the word in a break (EVENING-5).
      return before.state === 'running'
        ? leadQueue(before.queue, command, now)
        : refuse({ code: 'meeting-not-running' })
    case 'speaker:pause':
    case 'speaker:move':
    case 'queue:limit':
    case 'queue:close':
    case 'queue:open':
      return leadQueue(before.queue, command, now)

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
        before.polls.flatMap(({ id, state }) => (state === 'draft' ? [] : [id])),
      )

    case 'question:ask':
      return askQuestion(before.questions, command, own)
    case 'word:ask':
    case 'word:strike':
    case 'word:restore':
      // They stand in the minutes.
      return before.confirmed ? refuse({ code: 'minutes-confirmed' }) : decideWord(before.unclear, command)
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
      return fileReport(before.reports, before.questions, command, own, {
        known: new Set(people.map(({ id }) => id)),
        chefs: chefsOf(people, null),
        chefLeads: meeting.theme !== null,
      })
    case 'report:decide': {
      const as = mayInMeeting('meeting:settle', acting).ok ? 'lead' : leads ? 'chef' : null
      return as
        ? decideReport(before.reports, before.questions, command, { as, person: own })
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

/** It was deferred, and is spoken about elsewhere. */
const isTakenUp = ({ agenda }: Proceedings, item: AgendaItemId, { takenUp }: Acting): boolean =>
  takenUp?.has(item) === true && agenda.some(({ id, state }) => id === item && state === 'deferred')
