import type { MeetingShown, OneMeeting } from '@witboek/contract'
import { closeMeeting, endVisit, eventBy, ok, type Result } from '@witboek/domain'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { inTurn } from '../access/in-turn.ts'
import { changeVisits, visitsTo } from '../guests/change-visits.ts'
import { shown, theMeeting } from './the-meeting.ts'

/** A meeting closes: its guests read and write no more from this moment on, and who waits need not wait (MEET-4, GUEST-6). */
export function closeTheMeeting(
  hands: Hands,
  { meeting: id }: z.output<typeof OneMeeting>,
  visitor: Visitor | null,
): Promise<Result<MeetingShown>> {
  const { store, settings, now, events, lobby } = hands
  return inTurn(hands, visitor, async (turn) => {
    const { dialogue, people, actor } = turn
    const found = await theMeeting(store, dialogue, id)
    if (!found.ok) return found
    const meeting = found.value
    const decided = closeMeeting(meeting, dialogue.phase, actor)
    if (!decided.ok) return decided
    const closed = decided.value
    if (closed === meeting) return ok(shown(meeting, settings))
    const here = (await visitsTo(store, meeting.id, people)).filter(
      ({ admission: { state } }) => state === 'waiting' || state === 'admitted',
    )
    const hadGuests = here.some(({ admission }) => admission.state === 'admitted')
    await changeVisits(hands, { dialogue, people, by: actor.person }, meeting, {
      changes: here.map((before) => ({ before, after: endVisit(before) })),
      facts: hadGuests ? [{ type: 'guests:ended', meeting: meeting.id }] : [],
      async record(ports) {
        // Only by a server that was cut off and lost its turn: whoever asks again sees what has become of it.
        if (!(await ports.meetings.change(meeting, closed))) throw new Error('the meeting was changed meanwhile')
        const details = { theme: meeting.theme, visits: here.length }
        await ports.events.append(dialogue.id, [eventBy(actor, now(), 'meeting:close', meeting.id, details)])
      },
    })
    events.meetingChanged(meeting.id, 'meeting:close', actor.person)
    lobby.changed(meeting.id)
    return ok(shown(closed, settings))
  })
}
