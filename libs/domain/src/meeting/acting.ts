import type { AgendaItemId, Instant } from '../ids.ts'
import type { Actor, Person } from '../people.ts'
import type { Phase } from '../phase.ts'
import { ok, refuse, type Result } from '../result.ts'
import { may } from '../rights.ts'
import type { Meeting } from './meeting.ts'

/** Who acts, and all that a rule may look at. */
export interface Acting {
  readonly meeting: Meeting
  readonly phase: Phase
  readonly actor: Actor
  readonly now: Instant
  readonly people: readonly Person[]
  /** The codes on the wall of the hall that are good now. */
  readonly roomCodes: readonly string[]
  /** Items that a later meeting has taken over and begun with; asked for when something is undone. */
  readonly takenUp?: ReadonlySet<AgendaItemId>
}

export type MeetingRight = 'meeting:lead' | 'meeting:join' | 'meeting:settle'

/** By the table of rights; and a guest is a guest of one meeting. */
export function mayInMeeting(
  right: MeetingRight,
  { actor, meeting, phase }: Pick<Acting, 'actor' | 'meeting' | 'phase'>,
): Result<null> {
  const allowed = may(right, actor, { phase, theme: meeting.theme })
  if (!allowed.ok) return allowed
  const { guest } = actor.seat
  return guest && guest.meeting !== meeting.id ? refuse({ code: 'not-your-theme-group' }) : ok(null)
}
