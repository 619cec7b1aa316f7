import type { MeetingCommandAnswer } from '@witboek/contract'
import { decideInMeeting, type MeetingCommand, type MeetingId, type PersonId, type Result } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
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
  const done = await openMeetings.act(meeting, actor, (before) =>
    decideInMeeting(before, command, {
      meeting,
      phase: dialogue.phase,
      actor,
      now: now(),
      people: [...people.values()],
      roomCodes: [...roomCodesAt(roomKey, now()), ...ownCode],
    }),
  )
  if (done.ok) events.actedInMeeting(meeting.id, command.type)
  return done
}

/** Whom a command is about, besides whoever gives it. */
function aboutIn(command: MeetingCommand): PersonId | null {
  if (command.type === 'attendance:correct') return command.person
  return command.type === 'report:file' && command.target.kind === 'person' ? command.target.person : null
}
