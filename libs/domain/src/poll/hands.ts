import { canonical } from '../canonical.ts'
import type { HandsId, Instant, PersonId, PollId } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { pollNotOpen, pollIn, type HandsBlock, type Poll, type PollFact } from './poll.ts'
import { optionsOf, type PollKind } from './poll-plan.ts'
import { secretMin } from './reveal.ts'

/** The kinds that one raised hand can answer. */
export const handsKinds: readonly PollKind[] = ['temperature', 'consent', 'yes_no', 'single']

/** More wrong counts are no mistakes: who is let in and taken out again has not voted, and in a secret poll nobody may know that. */
const handsRejectedMax = 10

/** The hands that count. */
export const handsOf = ({ hands }: Pick<Poll, 'hands'>): readonly HandsBlock[] =>
  hands.filter(({ state }) => state === 'confirmed')

/** Whether this person votes by hand, also while nobody has confirmed it yet. */
export const votesByHand = ({ hands }: Pick<Poll, 'hands'>, person: PersonId): boolean =>
  hands.some(({ state, voters }) => state !== 'rejected' && voters.includes(person))

/**
 * Hands that the Chef counted in the room: as many as there are names, of people in the room who vote no other way (POLL-12).
 * `cast`: who of them has a ballot in the box, as it says in the transaction that records the hands. A count that was
 * rejected may be corrected after the closing too, for the same people: they can vote no other way any more, and may
 * have gone home.
 */
export function enterHands(
  polls: readonly Poll[],
  entered: {
    readonly poll: PollId
    readonly block: HandsId
    readonly counts: Readonly<Record<string, number>>
    readonly voters: readonly PersonId[]
  },
  {
    by,
    cast,
    inRoom,
    now,
  }: {
    readonly by: PersonId
    readonly cast: ReadonlySet<PersonId>
    readonly inRoom: (person: PersonId) => boolean
    readonly now: Instant
  },
): Result<readonly PollFact[]> {
  const { poll: id, block, counts: asked } = entered
  const poll = pollIn(polls, id)
  if (!poll) return refuse({ code: 'poll-not-found' })
  const voters = [...entered.voters].sort()
  const counts = Object.fromEntries(Object.entries(asked).filter(([, count]) => count !== 0))
  const there = poll.hands.find((other) => other.id === block)
  if (there) {
    const same = canonical([there.counts, there.voters]) === canonical([counts, voters])
    return same ? ok([]) : refuse({ code: 'poll-changed' })
  }
  const why = pollNotOpen(poll, now)
  if (why && !wereCounted(poll, voters)) return refuse(why)
  if (poll.hands.filter(({ state }) => state === 'rejected').length >= handsRejectedMax)
    return refuse({ code: 'too-many', max: handsRejectedMax })
  if (!addsUp(poll, counts, voters)) return refuse({ code: 'hands-not-sound' })
  // A block is shown apart from the ballots: a small one would tell what its people chose.
  if (poll.visibility === 'secret' && voters.length < secretMin)
    return refuse({ code: 'too-few-ballots', min: secretMin })
  if (!voters.every((voter) => poll.electorate.includes(voter))) return refuse({ code: 'not-in-electorate' })
  if (!wereCounted(poll, voters) && !voters.every(inRoom)) return refuse({ code: 'hands-not-in-room' })
  if (voters.some((voter) => votesByHand(poll, voter))) return refuse({ code: 'votes-by-hand' })
  if (voters.some((voter) => cast.has(voter))) return refuse({ code: 'voted-already' })
  return ok([{ type: 'hands:entered', poll: id, block, counts, voters, by }])
}

/** A second person looks at the count before it counts (POLL-12). */
export function confirmHands(
  polls: readonly Poll[],
  id: PollId,
  block: HandsId,
  by: PersonId,
): Result<readonly PollFact[]> {
  return check(polls, id, block, 'confirmed', (hands) =>
    hands.enteredBy === by
      ? refuse({ code: 'second-person-needed' })
      : ok([{ type: 'hands:confirmed', poll: id, block }]),
  )
}

/** Whoever sees that the count is wrong takes it away, also who entered it; its people may vote again (POLL-12). */
export function rejectHands(polls: readonly Poll[], id: PollId, block: HandsId): Result<readonly PollFact[]> {
  return check(polls, id, block, 'rejected', () => ok([{ type: 'hands:rejected', poll: id, block }]))
}

function check(
  polls: readonly Poll[],
  id: PollId,
  block: HandsId,
  outcome: HandsBlock['state'],
  decide: (hands: HandsBlock) => Result<readonly PollFact[]>,
): Result<readonly PollFact[]> {
  const poll = pollIn(polls, id)
  if (!poll) return refuse({ code: 'poll-not-found' })
  const hands = poll.hands.find((other) => other.id === block)
  if (!hands) return refuse({ code: 'hands-not-found' })
  if (hands.state === outcome) return ok([])
  if (hands.state !== 'entered' || (poll.state !== 'open' && poll.state !== 'closed'))
    return refuse({ code: 'poll-changed' })
  return decide(hands)
}

function addsUp(poll: Poll, counts: Readonly<Record<string, number>>, voters: readonly PersonId[]): boolean {
  const options = optionsOf(poll)
  const hands = Object.entries(counts)
  return (
    handsKinds.includes(poll.kind) &&
    voters.length > 0 &&
    new Set(voters).size === voters.length &&
    hands.every(([option, count]) => options.includes(option) && Number.isSafeInteger(count) && count > 0) &&
    hands.reduce((sum, [, count]) => sum + count, 0) === voters.length
  )
}

/** Once before, wrongly, in a poll that is closed now. */
const wereCounted = ({ state, hands }: Poll, voters: readonly PersonId[]): boolean =>
  state === 'closed' &&
  voters.every((voter) => hands.some((block) => block.state === 'rejected' && block.voters.includes(voter)))
