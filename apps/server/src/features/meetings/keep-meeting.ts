import type { MeetingShown } from '@witboek/contract'
import {
  eventBy,
  ok,
  refuse,
  type Actor,
  type EventDetails,
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

/** What a step is in the log of its meeting, and what the event tells of it besides ids. */
export interface StepNews {
  readonly facts: readonly MeetingFact[]
  readonly details?: EventDetails
}

/**
 * A meeting as it is from now on is kept with the event that says so, and everybody who watches it is told (MEET-6).
 * `news`: by how it goes.
 */
export async function keepMeeting(
  { store, openMeetings, meetingPost, settings, now, events, lobby }: Hands,
  { dialogue, actor }: Pick<Turn, 'dialogue' | 'actor'>,
  type: `meeting:${string}`,
  [from, to]: readonly [Meeting, Meeting],
  news: (proceedings: Proceedings) => StepNews = () => ({ facts: [] }),
): Promise<Result<MeetingShown>> {
  if (to === from) return ok(shown(from, settings))
  const kept = await openMeetings.inLine(from, (proceedings, write) =>
    store.together(async (ports) => {
      if (!(await ports.meetings.change(from, to))) return false
      const { facts, details } = news(proceedings)
      await write(ports, facts, actor)
      await meetingPost.queue(ports, [from, to], now())
      await ports.events.append(dialogue.id, [meetingEvent(actor, now(), type, to, details)])
      return true
    }),
  )
  if (!kept) return refuse({ code: 'meeting-changed' })
  events.meetingChanged(to.id, type, actor.person)
  lobby.changed(to.id)
  meetingPost.wake()
  return ok(shown(to, settings))
}

/** In ids: no title, no place and no reason. */
export const meetingEvent = (
  actor: Actor,
  at: Instant,
  type: string,
  { id, theme, kind }: Meeting,
  details: EventDetails = {},
): NewEvent => eventBy(actor, at, type, id, { theme, kind, ...details })
