import type { PersonId } from '../ids.ts'
import type { Person, Seat } from '../people.ts'
import { electorateOf } from '../poll/electorate.ts'
import { joinPoll } from '../poll/poll-steps.ts'
import { ok, type Result } from '../result.ts'
import { mayInMeeting, type Acting } from './acting.ts'
import { queueWithout } from './queue-steps.ts'
import { leaveMeeting, lineOf } from './attendance.ts'
import type { MeetingFact } from './meeting-fact.ts'
import type { Proceedings } from './proceedings.ts'

/** Whoever has left has no hand up, nor the word. */
export function leaving({ attendance, queue }: Proceedings, person: PersonId): Result<readonly MeetingFact[]> {
  const left = leaveMeeting(attendance, person)
  return left.ok && left.value.length > 0 ? ok([...queueWithout(queue, person), ...left.value]) : left
}

/** These are not at the meeting any more, because they were sent away (ATTEND-5). */
export const sentAway = (before: Proceedings, persons: readonly PersonId[]): readonly MeetingFact[] =>
  persons.flatMap((person) => {
    const left = leaving(before, person)
    return left.ok ? left.value : []
  })

/** Of these people, whoever is here without a seat that lets them be: it ended meanwhile (ATTEND-5). */
export function seatsGone(
  before: Proceedings,
  people: readonly Pick<Person, 'id' | 'seats'>[],
  at: Pick<Acting, 'meeting' | 'phase'>,
): readonly MeetingFact[] {
  const joins = (person: PersonId, seat: Seat) =>
    mayInMeeting('meeting:join', { ...at, actor: { person, name: '', seat } }).ok
  const gone = people.filter(({ id, seats }) => !seats.some((seat) => joins(id, seat)))
  return sentAway(
    before,
    gone.map(({ id }) => id),
  )
}

/** Whose line has been gone for too long is away; whoever is there again is back, and votes in what is open (ATTEND-3). */
export function lineNews(
  before: Proceedings,
  { person, onLine }: { readonly person: PersonId; readonly onLine: boolean },
  at: Pick<Acting, 'people' | 'meeting' | 'now'>,
): readonly MeetingFact[] {
  const facts = lineOf(before.attendance, person, onLine)
  return onLine && facts.length > 0 ? [...facts, ...joinedPolls(before, person, at)] : facts
}

/** Whoever comes in late has a vote in the polls that are open, unless they are secret (POLL-6). */
export function joinedPolls(
  { polls }: Proceedings,
  person: PersonId,
  { people, meeting, now }: Pick<Acting, 'people' | 'meeting' | 'now'>,
): readonly MeetingFact[] {
  const entitled = electorateOf(people, meeting.theme, null)
  return polls.flatMap((poll) => {
    if (!poll.requiresPresence) return []
    const joined = joinPoll(polls, poll.id, person, entitled, now)
    return joined.ok ? joined.value : []
  })
}
