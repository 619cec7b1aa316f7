import type { PollRollAnswer } from '@witboek/contract'
import {
  ok,
  refuse,
  rollIsComplete,
  rollOf,
  type Actor,
  type Instant,
  type Meeting,
  type MeetingId,
  type NewEvent,
  type PollId,
  type Result,
} from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import type { Visitor } from '../../login/visitors.ts'
import { shownPoll, whoMay, type Hands } from './at-poll.ts'

/** Every look is an event: nobody fills the record with them. */
const lookLimit: AttemptLimit = { max: 30, within: 10 * 60_000 }

/**
 * Shows the auditor who took part in a secret poll that is over (POLL-19). That they looked comes on the record with it, in one
 * transaction: nobody sees a name without that.
 */
export async function readTheRoll(
  hands: Hands,
  { meeting: id, poll: pollId }: { readonly meeting: MeetingId; readonly poll: PollId },
  visitor: Visitor | null,
): Promise<Result<PollRollAnswer>> {
  const { store, live, openMeetings, events, now } = hands
  const found = await whoMay('poll:audit', hands, id, visitor)
  if (!found.ok) return found
  const { meeting, actor } = found.value
  const shown = shownPoll(await openMeetings.proceedings(id), pollId)
  if (!shown.ok) return shown
  const poll = shown.value
  const complete = rollIsComplete(poll)
  if (!complete.ok) return complete
  const wait = await live.attempts.take(`roll:read ${actor.person}`, lookLimit)
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
  const [people, erased] = await Promise.all([store.people.all(), store.people.erased()])
  const gone = new Set(erased)
  const names = new Map(people.filter((each) => !gone.has(each.id)).map((each) => [each.id, each.name]))
  const readAt = now()
  const roll = await store.together(async ({ ballotBoxes, events: record }) => {
    const voted = await ballotBoxes.roll(pollId)
    const ballots = await ballotBoxes.secretBallots(pollId)
    await record.append(meeting.dialogue, [rollRead(meeting, pollId, actor, readAt)])
    const cast = voted.filter(({ how }) => how === 'ballot').map(({ person }) => person)
    return rollOf(poll, cast, ballots.length, names)
  })
  events.rollRead(id, pollId, actor.person)
  return ok({ poll: pollId, readAt, ...roll })
}

/** Who looked, and at which poll; nobody whom they saw. */
const rollRead = ({ id, theme }: Meeting, poll: PollId, actor: Actor, at: Instant): NewEvent => ({
  at,
  actor: actor.person,
  role: actor.seat.role,
  theme,
  type: 'roll:read',
  subject: id,
  details: { poll },
})
