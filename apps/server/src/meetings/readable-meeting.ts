import {
  maySeeMeeting,
  ok,
  refuse,
  seatNow,
  type Actor,
  type Dialogue,
  type Meeting,
  type MeetingId,
  type Person,
  type Result,
} from '@witboek/domain'
import type { Store } from '@witboek/store'

/** Somebody at a meeting, in the seat as they hold it now. */
export interface AtMeeting {
  readonly dialogue: Dialogue
  readonly meeting: Meeting
  readonly actor: Actor
  readonly person: Person
}

/**
 * A meeting of this dialogue, and whoever asks, as both are now; for whoever may know of this meeting: what is only planned is
 * for those who plan it, and there for nobody else, who reads or acts. What they may do there is another matter.
 */
export async function readableMeeting(store: Store, id: MeetingId, asked: Actor | null): Promise<Result<AtMeeting>> {
  if (!asked) return refuse({ code: 'not-signed-in' })
  const [dialogue, person, meeting] = await Promise.all([
    store.dialogues.currentDialogue(),
    store.people.find(asked.person),
    store.meetings.find(id),
  ])
  const seat = person && seatNow(person, asked.seat)
  if (!dialogue || !seat) return refuse({ code: 'not-signed-in' })
  if (meeting?.dialogue !== dialogue.id) return refuse({ code: 'meeting-not-found' })
  const actor = { ...asked, seat }
  const allowed = maySeeMeeting('meeting:read', meeting, dialogue.phase, actor)
  return allowed.ok ? ok({ dialogue, meeting, person, actor }) : allowed
}
