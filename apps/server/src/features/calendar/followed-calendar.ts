import {
  isAnnounced,
  maySeeMeeting,
  type Instant,
  type Meeting,
  type Person,
  type PersonId,
  type Phase,
} from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import { meetingEntry } from '../meetings/meeting-file.ts'

/** How often a calendar is asked to come back (seconds): a change of the afternoon is there by the evening. */
const every = 60 * 60
/** So long (ms) after its day a cancelled meeting is told of, so that whoever looks seldom loses it too. */
const cancelledFor = 30 * 24 * 60 * 60 * 1000

/**
 * All meetings that somebody may know of, by any seat they hold now (CAL-3); `null`: they are not there any more. A cancelled
 * one is said to be so, by which a calendar takes it out.
 */
export async function followedCalendar(
  { store, settings, site, now }: Pick<Hands, 'store' | 'settings' | 'site' | 'now'>,
  id: PersonId,
): Promise<string | null> {
  const [frame, person] = [await store.dialogues.current(), await store.people.find(id)]
  if (!frame || !person) return null
  const { dialogue } = frame
  const at = now()
  const contact = await store.contacts.of(id)
  const meetings = (await store.meetings.of(dialogue.id)).filter((meeting) =>
    isFor(meeting, person, dialogue.phase, at),
  )
  const around = { frame, site, settings, locale: contact?.language ?? 'nl' }
  const { calendarFile } = await import('../../mail/calendar-file.ts')
  return calendarFile({
    method: 'PUBLISH',
    entries: meetings.map((meeting) => meetingEntry(meeting, around)),
    now: at,
    followed: { name: dialogue.title, every },
  })
}

/** Drafts are in nobody's calendar, not even of those who make them. */
const isFor = (meeting: Meeting, { id: person, name, seats }: Person, phase: Phase, now: Instant): boolean =>
  isAnnounced(meeting) &&
  (meeting.state !== 'cancelled' || now - meeting.endsAt < cancelledFor) &&
  seats.some((seat) => maySeeMeeting('meeting:read', meeting, phase, { person, name, seat }).ok)
