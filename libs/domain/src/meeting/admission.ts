import type { AccessFact } from '../book.ts'
import type { MeetingId } from '../ids.ts'
import { isRunning, type Admission, type Meeting } from './meeting.ts'
import type { Actor, Person, Seat } from '../people.ts'
import type { Phase } from '../phase.ts'
import { ok, refuse, type Result } from '../result.ts'
import { may } from '../rights.ts'
import { withSeat } from '../seat.ts'

/** What a Chef says about somebody in the lobby, or about a guest. */
export type GuestCommand =
  | { readonly type: 'guest:admit' }
  | { readonly type: 'guest:refuse' }
  | { readonly type: 'guest:write'; readonly writes: boolean }
  | { readonly type: 'guest:remove' }

/** Somebody at a meeting: what they asked, and the seats they hold. */
export interface Visit {
  readonly admission: Admission
  readonly person: Person
}

/** The visit as it is from now on, with what the theme's books have to know of it, if anything. */
interface ChangedVisit extends Visit {
  readonly fact: AccessFact | null
}

/** Who takes part by a seat of their own may read along without a code, and is no guest (GUEST-2). */
export const takesPart = (
  { id: person, name, seats }: Person,
  { theme }: Pick<Meeting, 'theme'>,
  phase: Phase,
): boolean =>
  seats.some((seat) => seat.role !== 'guest' && may('meeting:read', { person, name, seat }, { phase, theme }).ok)

/** The seat (plaats) that somebody has at this meeting as a guest; `null`: none. */
export const guestSeatAt = ({ seats }: Pick<Person, 'seats'>, meeting: MeetingId): Seat | null =>
  seats.find(({ guest }) => guest?.meeting === meeting) ?? null

/**
 * A Chef decides about somebody at a meeting that runs, in its breaks too (GUEST-4): lets them in, also after all; refuses them; lets a guest
 * write, or no longer; removes a guest. Answers `null` when it is so already.
 */
export function changeVisit(
  meeting: Meeting,
  { admission, person }: Visit,
  command: GuestCommand,
  phase: Phase,
  actor: Actor,
): Result<ChangedVisit | null> {
  const { theme } = meeting
  const allowed = may('meeting:lead', actor, { phase, theme })
  if (!allowed.ok) return allowed
  if (!isRunning(meeting)) return refuse({ code: 'meeting-not-open' })
  if (admission.meeting !== meeting.id || admission.person !== person.id) return refuse({ code: 'guest-not-found' })
  const { state } = admission
  switch (command.type) {
    case 'guest:admit': {
      if (state === 'admitted' && guestSeatAt(person, meeting.id)) return ok(null)
      if (takesPart(person, meeting, phase)) return refuse({ code: 'seat-already-held' })
      const seated = withSeat(person, { role: 'guest', theme, guest: { meeting: meeting.id, writes: false } })
      if (!seated.ok) return seated
      return ok({ admission: { ...admission, state: 'admitted', writes: false }, person: seated.value, fact: null })
    }
    case 'guest:refuse': {
      if (state === 'refused') return ok(null)
      if (state !== 'waiting') return refuse({ code: 'guest-not-found' })
      return ok({ admission: { ...admission, state: 'refused' }, person, fact: null })
    }
    case 'guest:write': {
      const { writes } = command
      const seat = guestSeatAt(person, meeting.id)
      if (state !== 'admitted' || !seat) return refuse({ code: 'guest-not-found' })
      if (admission.writes === writes) return ok(null)
      const changed = { ...seat, guest: { meeting: meeting.id, writes } }
      return ok({
        admission: { ...admission, writes },
        person: { ...person, seats: person.seats.map((held) => (held === seat ? changed : held)) },
        fact: { type: 'guest:allowed', person: person.id, writes },
      })
    }
    case 'guest:remove': {
      if (state === 'ended') return ok(null)
      if (state !== 'admitted') return refuse({ code: 'guest-not-found' })
      return ok({ ...endVisit({ admission, person }), fact: { type: 'seat:ended', person: person.id } })
    }
  }
}

/** The visit of somebody who was removed, or whose meeting is over: nothing of it is left but that they were there (GUEST-6). */
export const endVisit = ({ admission, person }: Visit): Visit => ({
  admission: { ...admission, state: 'ended', writes: false },
  person: { ...person, seats: person.seats.filter(({ guest }) => guest?.meeting !== admission.meeting) },
})
