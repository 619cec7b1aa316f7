import type { Instant } from '../ids.ts'
import type { Person, Seat } from '../people.ts'
import type { Meeting } from './meeting.ts'

/** What a letter (brief) about a meeting tells: that it is held, at another time or place, or not after all. */
export type MeetingLetterKind = 'announced' | 'moved' | 'cancelled'

/** When and where a meeting is: what people come by. */
export type MeetingMoment = Pick<Meeting, 'startsAt' | 'endsAt' | 'place' | 'remoteLink'>

/**
 * What those who are expected have to hear of a change (LETTER-1); `null`: nothing. A plan is nobody's yet, whoever is at a
 * meeting that runs sees what changes, and what is over changes nobody's evening any more.
 */
export function letterAbout(from: Meeting, to: Meeting, now: Instant): MeetingLetterKind | null {
  if (to.endsAt <= now) return null
  if (to.state === 'cancelled') return from.state === 'published' ? 'cancelled' : null
  if (to.state !== 'published') return null
  if (from.state === 'planned') return 'announced'
  return isSameMoment(from, to) ? null : 'moved'
}

const isSameMoment = (one: MeetingMoment, other: MeetingMoment): boolean =>
  one.startsAt === other.startsAt &&
  one.endsAt === other.endsAt &&
  one.place === other.place &&
  one.remoteLink === other.remoteLink

/** Is a letter that waited for the mail still worth reading? */
export const isStillNews = (kind: MeetingLetterKind, { state, endsAt }: Meeting, now: Instant): boolean =>
  now < endsAt && (kind === 'cancelled') === (state === 'cancelled')

/**
 * Is somebody expected at this meeting (LETTER-2)? The experts and the Chef of its theme group; at one of all themes together
 * those of every group, and the lead. Others may come, and look it up.
 */
export const isExpectedAt = ({ seats }: Pick<Person, 'seats'>, { theme }: Pick<Meeting, 'theme'>): boolean =>
  seats.some((seat) =>
    inGroup(seat) ? theme === null || seat.theme === theme : theme === null && seat.role === 'lead',
  )

const inGroup = ({ role }: Seat): boolean => role === 'expert' || role === 'chef'
