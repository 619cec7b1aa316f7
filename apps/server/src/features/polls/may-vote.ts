import {
  electorateOf,
  isHere,
  votesByHand,
  type Meeting,
  type Person,
  type PersonId,
  type Poll,
  type Proceedings,
} from '@witboek/domain'

/** This person, when they would have been on the list had they come, or got their seat, before the opening (POLL-6). */
export const entitledLate = (
  poll: Pick<Poll, 'requiresPresence'>,
  { attendance }: Pick<Proceedings, 'attendance'>,
  { theme }: Pick<Meeting, 'theme'>,
  person: Pick<Person, 'id' | 'seats'>,
): readonly PersonId[] => {
  const present = new Set(isHere(attendance, person.id) ? [person.id] : [])
  return electorateOf([person], theme, poll.requiresPresence ? present : null)
}

/**
 * Why somebody who votes in this group does not vote in a poll that is open: they have not checked in, or it is secret and they
 * were not there when it opened (POLL-6). `null`: they do vote, or are none of those who do.
 */
export function whyNotVoting(
  { state, visibility, requiresPresence, electorate }: Poll,
  { attendance }: Pick<Proceedings, 'attendance'>,
  { theme }: Pick<Meeting, 'theme'>,
  person: Pick<Person, 'id' | 'seats'>,
): 'not-here' | 'too-late' | null {
  if (state !== 'open' || electorate.includes(person.id)) return null
  if (electorateOf([person], theme, null).length === 0) return null
  if (visibility === 'secret') return 'too-late'
  return requiresPresence && !isHere(attendance, person.id) ? 'not-here' : null
}

/** Whether a ballot of theirs would be taken now: what a page needs to show one. Casting it is decided anew. */
export const mayVoteIn = (
  poll: Poll,
  proceedings: Pick<Proceedings, 'attendance'>,
  meeting: Pick<Meeting, 'theme'>,
  person: Pick<Person, 'id' | 'seats'>,
): boolean =>
  poll.state === 'open' &&
  !votesByHand(poll, person.id) &&
  (poll.electorate.includes(person.id) ||
    (poll.visibility !== 'secret' && entitledLate(poll, proceedings, meeting, person).length > 0))
