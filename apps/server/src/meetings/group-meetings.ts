import {
  carryOver,
  deferredItems,
  type GroupMeeting,
  type Meeting,
  type MeetingFact,
  type Proceedings,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { OpenMeetings } from './open-meetings.ts'

interface Hands {
  readonly store: Pick<Store, 'meetings'>
  readonly openMeetings: Pick<OpenMeetings, 'proceedings'>
}

/** All meetings of a group (`theme: null`: of all together), and how each goes. */
export async function groupMeetings(
  { store, openMeetings }: Hands,
  { dialogue, theme }: Pick<Meeting, 'dialogue' | 'theme'>,
): Promise<readonly GroupMeeting[]> {
  const own = (await store.meetings.of(dialogue)).filter((meeting) => meeting.theme === theme)
  return Promise.all(own.map(async (meeting) => ({ meeting, proceedings: await openMeetings.proceedings(meeting.id) })))
}

/**
 * What was deferred to this meeting since its agenda was written down last, and what is deferred no more (EVENING-11). There
 * is one log for each meeting: the later one follows from the earlier ones, whenever its agenda is read, changed or begun.
 */
export async function carriedTo(hands: Hands, meeting: Meeting, before: Proceedings): Promise<readonly MeetingFact[]> {
  return before.state === 'before' ? carryOver(before, deferredItems(await groupMeetings(hands, meeting))) : []
}
