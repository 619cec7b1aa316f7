import type { MeetingShown } from '@witboek/contract'
import {
  eventBy,
  ok,
  refuse,
  type Actor,
  type Instant,
  type Meeting,
  type MeetingFact,
  type NewEvent,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import type { Turn } from '../access/in-turn.ts'
import { shown } from './the-meeting.ts'

/**
 * A meeting as it is from now on is kept with the event that says so, and everybody who watches it is told (MEET-6).
 * `facts`: what that is in its log, by how it goes.
 */
export async function keepMeeting(
  { store, openMeetings, settings, now, events, lobby }: Hands,
  { dialogue, actor }: Pick<Turn, 'dialogue' | 'actor'>,
  type: `meeting:${string}`,
  [from, to]: readonly [Meeting, Meeting],
  facts: (proceedings: Proceedings) => readonly MeetingFact[] = () => [],
): Promise<Result<MeetingShown>> {
  if (to === from) return ok(shown(from, settings))
  const kept = await openMeetings.inLine(from, (proceedings, write) =>
    store.together(async (ports) => {
      if (!(await ports.meetings.change(from, to))) return false
      await write(ports, facts(proceedings), actor)
      await ports.events.append(dialogue.id, [meetingEvent(actor, now(), type, to)])
      return true
    }),
  )
  if (!kept) return refuse({ code: 'meeting-changed' })
  events.meetingChanged(to.id, type, actor.person)
  lobby.changed(to.id)
  return ok(shown(to, settings))
}

/** In ids: no title, no place and no reason. */
export const meetingEvent = (actor: Actor, at: Instant, type: string, { id, theme, kind }: Meeting): NewEvent =>
  eventBy(actor, at, type, id, { theme, kind })
