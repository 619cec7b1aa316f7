import type { Instant, PersonId } from '../ids.ts'
import type { Role } from '../people.ts'
import { ok, refuse, type Result } from '../result.ts'

/** Where somebody takes part from: in the hall (in de zaal) or at home (thuis). Never both at once (ATTEND-1). */
export const attendanceModes = ['room', 'remote'] as const
export type AttendanceMode = (typeof attendanceModes)[number]

/** How somebody checked in: with the code on the wall, by who they are, or by the Chef. */
type CheckInWay = 'room-code' | 'login' | 'chef'

export interface Attendee {
  readonly person: PersonId
  /** As what they are here. Kept, because they may hold other seats by the time the minutes are read. */
  readonly role: Role
  readonly mode: AttendanceMode
  /** `away`: their line dropped and did not come back in time, which is not the same as having left (ATTEND-3). */
  readonly state: 'present' | 'away' | 'left'
  /** They have used a device of their own tonight. Who was checked in by the Chef and has none is never away. */
  readonly byLine: boolean
  readonly stays: readonly Stay[]
}

/** A time somebody was here without a break; the last one goes on when it has no end. */
export interface Stay {
  readonly from: Instant
  readonly to: Instant | null
  readonly mode: AttendanceMode
}

/** Everybody who ever checked in, in that order. */
export type Attendance = ReadonlyMap<PersonId, Attendee>

export type AttendanceFact =
  | {
      readonly type: 'attendance:checked-in'
      readonly person: PersonId
      readonly role: Role
      readonly mode: AttendanceMode
      readonly way: CheckInWay
    }
  | { readonly type: 'attendance:away'; readonly person: PersonId }
  | { readonly type: 'attendance:back'; readonly person: PersonId }
  | { readonly type: 'attendance:left'; readonly person: PersonId }

export type AttendanceCommand =
  | { readonly type: 'attendance:check-in'; readonly mode: AttendanceMode; readonly roomCode: string }
  | { readonly type: 'attendance:leave' }
  /** By the Chef; `mode: null`: this person has left. */
  | { readonly type: 'attendance:correct'; readonly person: PersonId; readonly mode: AttendanceMode | null }

/**
 * So long (ms) a line may be gone before its person is away (ATTEND-3). At home a broken line is noticed; in the hall a phone
 * sleeps in a pocket while its owner listens, and whoever goes home early says so or is missed by the Chef.
 */
export const awayAfter: { readonly [Mode in AttendanceMode]: number } = { room: 45 * 60_000, remote: 60_000 }

export const isHere = (attendance: Attendance, person: PersonId): boolean => attendance.get(person)?.state === 'present'

/** Those who are here now. */
export const thoseHere = (attendance: Attendance): readonly Attendee[] =>
  [...attendance.values()].filter(({ state }) => state === 'present')

/** From where somebody took part at a moment; `null`: not here then. */
export function modeAt(attendance: Attendance, person: PersonId, at: Instant): AttendanceMode | null {
  const stay = attendance.get(person)?.stays.findLast(({ from, to }) => from <= at && (to === null || at < to))
  return stay?.mode ?? null
}

/** How long (ms) somebody was here, from anywhere or from one place. */
export const timeHere = ({ stays }: Pick<Attendee, 'stays'>, now: Instant, mode?: AttendanceMode): number =>
  stays.reduce((sum, stay) => sum + (mode && stay.mode !== mode ? 0 : (stay.to ?? now) - stay.from), 0)

/** Somebody comes in by themselves: in the hall with the code that stands on the wall there (ATTEND-2). */
export function checkIn(
  attendance: Attendance,
  { mode, roomCode }: { readonly mode: AttendanceMode; readonly roomCode: string },
  { person, role }: Pick<Attendee, 'person' | 'role'>,
  /** The codes that are good now. */
  roomCodes: readonly string[],
): Result<readonly AttendanceFact[]> {
  const known = attendance.get(person)
  const same = known?.state === 'present' && known.mode === mode
  // Whom the Chef checked in comes by their own device now, which is news, because from now on its line tells something.
  if (same && known.byLine) return ok([])
  // Whoever is in the hall, or was a moment ago, need not read the wall again.
  const wasHere = known?.mode === 'room' && known.state !== 'left'
  const wall = mode === 'room' && !wasHere
  if (wall && !roomCodes.includes(asCode(roomCode))) return refuse({ code: 'room-code-not-valid' })
  return ok([{ type: 'attendance:checked-in', person, role, mode, way: wall ? 'room-code' : 'login' }])
}

export const leaveMeeting = (attendance: Attendance, person: PersonId): Result<readonly AttendanceFact[]> =>
  ok(attendance.has(person) && attendance.get(person)?.state !== 'left' ? [{ type: 'attendance:left', person }] : [])

/** The Chef says who is here, and that stands on the record (ATTEND-4). */
export function correctAttendance(
  attendance: Attendance,
  { person, role }: Pick<Attendee, 'person' | 'role'>,
  mode: AttendanceMode | null,
): Result<readonly AttendanceFact[]> {
  if (mode === null) return leaveMeeting(attendance, person)
  const known = attendance.get(person)
  if (known?.state === 'present' && known.mode === mode) return ok([])
  return ok([{ type: 'attendance:checked-in', person, role, mode, way: 'chef' }])
}

/** The line of somebody who is here has been gone for too long, or is there again (ATTEND-3). */
export function lineOf(attendance: Attendance, person: PersonId, onLine: boolean): readonly AttendanceFact[] {
  const known = attendance.get(person)
  if (onLine && known?.state === 'away') return [{ type: 'attendance:back', person }]
  if (!onLine && known?.state === 'present' && known.byLine) return [{ type: 'attendance:away', person }]
  return []
}

export function applyAttendance(attendance: Attendance, fact: AttendanceFact, at: Instant): Attendance {
  const known = attendance.get(fact.person)
  const changed = changedAttendee(known, fact, at)
  return changed === known || !changed ? attendance : new Map(attendance).set(fact.person, changed)
}

function changedAttendee(known: Attendee | undefined, fact: AttendanceFact, at: Instant): Attendee | undefined {
  switch (fact.type) {
    case 'attendance:checked-in': {
      const { person, role, mode, way } = fact
      const byLine = way !== 'chef' || (known?.byLine ?? false)
      if (known?.state === 'present' && known.mode === mode) return { ...known, role, byLine }
      const stays = [...ended(known?.stays ?? [], at), { from: at, to: null, mode }]
      return { person, role, mode, state: 'present', byLine, stays }
    }
    case 'attendance:away':
      return known?.state === 'present' ? { ...known, state: 'away', stays: ended(known.stays, at) } : known
    case 'attendance:back':
      return known?.state === 'away'
        ? { ...known, state: 'present', stays: [...known.stays, { from: at, to: null, mode: known.mode }] }
        : known
    case 'attendance:left':
      return known && known.state !== 'left' ? { ...known, state: 'left', stays: ended(known.stays, at) } : known
    default:
      return known
  }
}

/** The meeting is over: nobody is here any more, and who was here until the end did not leave before it. */
export const attendanceOver = (attendance: Attendance, at: Instant): Attendance =>
  new Map([...attendance].map(([person, attendee]) => [person, { ...attendee, stays: ended(attendee.stays, at) }]))

const ended = (stays: readonly Stay[], at: Instant): readonly Stay[] =>
  stays.map((stay) => (stay.to === null ? { ...stay, to: at } : stay))

const asCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s-]/g, '')
