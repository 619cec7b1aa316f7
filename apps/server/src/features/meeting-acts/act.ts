import type { MeetingCommandAnswer } from '@witboek/contract'
import {
  decideInMeeting,
  goneOnBy,
  ok,
  takenUp,
  type Meeting,
  type MeetingCommand,
  type MeetingId,
  type PersonId,
  type Result,
} from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { carriedTo, groupMeetings } from '../../meetings/group-meetings.ts'
import { readableMeeting } from '../../meetings/readable-meeting.ts'
import { ownHallCode, roomCodesAt } from '../../meetings/room-code.ts'
import type { Pace } from './pace.ts'

/** A command of a meeting: the rule makes facts of it, and they are durable when this resolves (EVENING-3). */
export async function actInMeeting(
  hands: Hands,
  pace: Pace,
  id: MeetingId,
  command: MeetingCommand,
  visitor: Visitor | null,
): Promise<Result<MeetingCommandAnswer>> {
  const { store, openMeetings, peopleNow, now, events } = hands
  const found = await readableMeeting(store, id, visitor?.actor ?? null)
  if (!found.ok) return found
  const calm = await pace.allows(found.value, command)
  if (!calm.ok) return calm
  const { dialogue, meeting, actor, person } = found.value
  const people = new Map(await peopleNow.all()).set(person.id, person)
  // Those of whom it depends are asked for anew: they may have got or lost their seat a moment ago.
  const about = aboutIn(command)
  const other = about === null ? null : await store.people.find(about)
  if (other) people.set(other.id, other)
  const { roomKey } = meeting
  const ownCode = roomKey === null ? [] : [ownHallCode(roomKey, person.id)]
  const isAgenda = command.type.startsWith('agenda:')
  const done = await openMeetings.act(meeting, actor, async (before) => {
    // What was deferred to this meeting is on its agenda, though nobody has written it down yet.
    const carried = isAgenda ? await carriedTo(hands, meeting, before) : []
    const group = command.type === 'agenda:undo' ? await groupMeetings(hands, meeting) : []
    const decided = decideInMeeting(goneOnBy(before, carried), command, {
      meeting,
      phase: dialogue.phase,
      actor,
      now: now(),
      people: [...people.values()],
      roomCodes: [...roomCodesAt(roomKey, now()), ...ownCode],
      takenUp: takenUp(meeting.id, group),
    })
    return decided.ok && decided.value.length > 0 ? ok([...carried, ...decided.value]) : decided
  })
  if (done.ok) events.actedInMeeting(meeting.id, command.type)
  if (done.ok && defers.has(command.type)) await tellLaterOnes(hands, meeting)
  return done
}

/** What may change the agenda of a later meeting. */
const defers: ReadonlySet<MeetingCommand['type']> = new Set(['agenda:defer', 'agenda:undo', 'agenda:start'])

async function tellLaterOnes({ store, openMeetings }: Hands, { dialogue, theme, startsAt }: Meeting): Promise<void> {
  for (const other of await store.meetings.of(dialogue))
    if (other.theme === theme && other.startsAt > startsAt) openMeetings.changed(other.id)
}

/** Whom a command is about, besides whoever gives it. */
function aboutIn(command: MeetingCommand): PersonId | null {
  if (command.type === 'attendance:correct') return command.person
  return command.type === 'report:file' && command.target.kind === 'person' ? command.target.person : null
}
