import {
  pollIn,
  ok,
  publishPoll,
  recountOf,
  refuse,
  sameSlots,
  slotsOf,
  sumOfSlots,
  withVoterNames,
  type Actor,
  type Choices,
  type Instant,
  type Meeting,
  type MeetingId,
  type NewEvent,
  type PersonId,
  type Poll,
  type PollId,
  type Recount,
  type Result,
} from '@witboek/domain'
import { eventHash, type BallotBoxes } from '@witboek/store'
import type { Visitor } from '../../login/visitors.ts'
import { keepPoll, whoMay, type Hands } from './at-poll.ts'

/** What lies in a box: of a secret poll nobody's. */
type InBox = readonly { readonly person: PersonId | null; readonly choices: Choices }[]

export const ballotsIn = async (boxes: BallotBoxes, { id, visibility }: Poll): Promise<InBox> =>
  visibility === 'secret'
    ? (await boxes.secretBallots(id)).map(({ choices }) => ({ person: null, choices }))
    : (await boxes.ballots(id)).map(({ person, choices }) => ({ person, choices }))

/** What the ballots say, under the names that they are published under. */
export function recounted(poll: Poll, ballots: InBox): Recount {
  const named = withVoterNames(poll, ballots, eventHash)
  return recountOf(named.poll, named.ballots, eventHash)
}

/**
 * Shows everybody what the ballots say, counted again from the box (POLL-13). That the running tally said something else is
 * an alarm for the auditor and for whoever is on duty, and no reason to believe it.
 */
export async function publishThePoll(
  hands: Hands,
  { meeting: id, poll: pollId }: { readonly meeting: MeetingId; readonly poll: PollId },
  visitor: Visitor | null,
): Promise<Result<{ readonly head: number }>> {
  const found = await whoMay('poll:lead', hands, id, visitor)
  if (!found.ok) return found
  const { meeting, actor } = found.value
  const { store, live, events, now } = hands
  let differs = false
  const published = await keepPoll(hands, meeting, actor, async (before) => {
    if (before.confirmed) return refuse({ code: 'minutes-confirmed' })
    const poll = pollIn(before.polls, pollId)
    if (!poll) return refuse({ code: 'poll-not-found' })
    const ballots = poll.state === 'closed' ? await ballotsIn(store.ballotBoxes, poll) : []
    const facts = publishPoll(before.polls, pollId, recounted(poll, ballots))
    if (!facts.ok) return facts
    differs = facts.value.length > 0 && (await tallyDiffers(hands, poll, ballots))
    return ok({ facts: facts.value, events: differs ? [tallyDiffered(meeting, poll, actor, now())] : [] })
  })
  if (!published.ok) return published
  if (differs) events.tallyDiffered(id, pollId)
  events.pollChanged(id, pollId, 'poll:publish', actor.person)
  await live.tallies.forget(pollId)
  return published
}

/** Whether the running tally, where there is one, is not the sum of these ballots. A secret poll never had one. */
async function tallyDiffers({ live }: Pick<Hands, 'live'>, poll: Poll, ballots: InBox): Promise<boolean> {
  if (poll.visibility === 'secret') return false
  const tally = await live.tallies.read(poll.id)
  if (!tally) return false
  const counted = sumOfSlots(ballots.map(({ choices }) => slotsOf(poll, choices)))
  return tally.cast !== ballots.length || !sameSlots(tally.sum, counted)
}

const tallyDiffered = ({ id, theme }: Meeting, { id: poll }: Poll, actor: Actor, at: Instant): NewEvent => ({
  at,
  actor: actor.person,
  role: actor.seat.role,
  theme,
  type: 'tally:differed',
  subject: id,
  details: { poll },
})
