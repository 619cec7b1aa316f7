import {
  confirmHands,
  enterHands,
  isHere,
  may,
  ok,
  pollIn,
  refuse,
  rejectHands,
  type HandsId,
  type MeetingId,
  type PersonId,
  type PollFact,
  type PollId,
  type Result,
} from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import type { Visitor } from '../../login/visitors.ts'
import { keepPoll, whoChecksHands, whoMay, type Hands } from './at-poll.ts'

interface OneBlock {
  readonly meeting: MeetingId
  readonly poll: PollId
  readonly block: HandsId
}
type Counted = Promise<Result<{ readonly head: number }>>

/** Whoever is told again and again that one of these people has voted finds out who has: in a secret poll nobody may (POLL-18). */
const votedAlreadyLimit: AttemptLimit = { max: 5, within: 10 * 60_000 }

/** Some of those whose hands were counted have a ballot in the box. */
class VotedAlready extends Error {
  readonly persons: readonly PersonId[]

  constructor(persons: readonly PersonId[]) {
    super('voted already')
    this.persons = persons
  }
}

/**
 * Hands that were counted in the room are struck from the electronic roll in the transaction that records them (POLL-12):
 * whoever casts a ballot at this very moment is either in it, or not.
 */
export async function enterTheHands(
  hands: Hands,
  {
    meeting: id,
    ...entered
  }: OneBlock & { readonly counts: Readonly<Record<string, number>>; readonly voters: readonly PersonId[] },
  visitor: Visitor | null,
): Counted {
  const found = await whoMay('poll:lead', hands, id, visitor)
  if (!found.ok) return found
  const { meeting, actor } = found.value
  const { live, now, events } = hands
  const asks = `hands in ${entered.poll}`
  const enter = (cast: readonly PersonId[]): Counted =>
    keepPoll(hands, meeting, actor, async ({ polls, attendance }) => {
      const facts = enterHands(polls, entered, {
        by: actor.person,
        cast: new Set(cast),
        inRoom: (person) => attendance.get(person)?.mode === 'room',
        now: now(),
      })
      if (!facts.ok) return facts
      // Asked when it is their turn, and counted before that ends: all at the same moment are not more.
      const wait = await live.attempts.left(asks, votedAlreadyLimit)
      if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
      return ok({
        facts: facts.value,
        async inBox(boxes) {
          const voted = await boxes.byHand(entered.poll, entered.voters)
          if (voted.length === 0) return
          await live.attempts.take(asks, votedAlreadyLimit)
          throw new VotedAlready(voted)
        },
      })
    })
  const done = await enter([]).catch((cause: unknown) => {
    if (cause instanceof VotedAlready) return enter(cause.persons)
    throw cause
  })
  if (done.ok) events.pollChanged(id, entered.poll, 'hands:enter', actor.person)
  return done
}

/** A second pair of eyes: of somebody with a seat, who is there and did not count (POLL-12). */
export async function confirmTheHands(hands: Hands, one: OneBlock, visitor: Visitor | null): Counted {
  return check(hands, 'hands:confirm', one, visitor)
}

/** Whose hands they were may vote in another way again (POLL-12). */
export async function rejectTheHands(hands: Hands, one: OneBlock, visitor: Visitor | null): Counted {
  return check(hands, 'hands:reject', one, visitor)
}

async function check(
  hands: Hands,
  command: 'hands:confirm' | 'hands:reject',
  { meeting: id, poll, block }: OneBlock,
  visitor: Visitor | null,
): Counted {
  const found = await whoChecksHands(hands, id, visitor)
  if (!found.ok) return found
  const { meeting, dialogue, actor } = found.value
  const leads = may('poll:lead', actor, { phase: dialogue.phase, theme: meeting.theme }).ok
  const done = await keepPoll(hands, meeting, actor, ({ polls, attendance }) => {
    // Whoever leads need not check in to take back their own count.
    const mayCheck = isHere(attendance, actor.person) || (leads && command === 'hands:reject')
    if (!mayCheck) return refuse({ code: 'not-checked-in' })
    if (command === 'hands:confirm') return factsOnly(confirmHands(polls, poll, block, actor.person))
    const facts = rejectHands(polls, poll, block)
    if (!facts.ok) return facts
    const voters = pollIn(polls, poll)?.hands.find(({ id: other }) => other === block)?.voters ?? []
    return ok({ facts: facts.value, inBox: (boxes) => boxes.notByHand(poll, voters) })
  })
  if (done.ok) hands.events.pollChanged(id, poll, command, actor.person)
  return done
}

const factsOnly = (facts: Result<readonly PollFact[]>) => (facts.ok ? ok({ facts: facts.value }) : facts)
