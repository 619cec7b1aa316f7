import type { Actor } from '../people.ts'
import type { Phase } from '../phase.ts'
import { ok, refuse, type Result } from '../result.ts'
import { may } from '../rights.ts'
import { maySeeMeeting, type Meeting } from './meeting.ts'

/**
 * May somebody read the minutes, and the report of parity with them (MINUTES-4)? Everybody who may read the meeting, once
 * they are complete; before that who leads it, the lead and the auditor. Guests were there for one evening.
 */
export function mayReadMinutes(meeting: Meeting, phase: Phase, actor: Actor): Result<null> {
  const allowed = maySeeMeeting('meeting:read', meeting, phase, actor)
  if (!allowed.ok) return allowed
  if (actor.seat.role === 'guest') return refuse({ code: 'not-for-your-role', role: 'guest' })
  if (meeting.state === 'minuted' || meeting.state === 'confirmed') return ok(null)
  const preview = may('meeting:preview', actor, { phase, theme: meeting.theme })
  return preview.ok ? ok(null) : refuse({ code: 'meeting-not-minuted' })
}
