import { canonical } from '../canonical.ts'
import type { HashOf } from '../event-chain.ts'
import type { HandsId, PersonId, PollId } from '../ids.ts'
import { soundChoices, type Choices } from './ballot.ts'
import { handsSlots, sameSlots, slotsOf, sumOfSlots, type Slots } from './count.ts'
import { handsKinds, handsOf } from './hands.ts'
import { merkleRoot } from './merkle.ts'
import { outcomeOf } from './outcome.ts'
import { definitionHash, definitionOf, type Poll, type PollDefinition } from './poll.ts'
import { optionsOf } from './poll-plan.ts'
import type { PollResult } from './poll-result.ts'

/** A ballot as it lies in the box; of a changed one the last version. `voter: null`: in a secret poll, where nobody knows. */
export interface CountedBallot {
  readonly voter: PersonId | null
  readonly choices: Choices
}

/** What the ballots say, counted from the box and from confirmed hands. */
export interface Recount {
  readonly counts: Slots
  readonly result: PollResult
  readonly ballotsRoot: string
}

/**
 * What is published beside a result, so that anybody can count again (POLL-15): ids and no names. It proves that nothing in it
 * was changed since its root came on the record, and not that every voter's device sent what the voter wanted.
 */
export interface PollAudit {
  readonly poll: PollId
  readonly definition: PollDefinition
  /** As it came on the record at the opening. */
  readonly definitionHash: string | null
  /** Of who could vote at the opening. */
  readonly electorateHash: string | null
  readonly electorateSize: number
  readonly joined: readonly PersonId[]
  /** In order of their voters; in a secret poll in order of what they say, so that the order tells nothing. */
  readonly ballots: readonly CountedBallot[]
  readonly hands: readonly AuditedHands[]
  readonly ballotsRoot: string
  readonly counts: Slots
  readonly result: PollResult
  /** The first and the last fact of this poll in the sequence of its meeting. */
  readonly events: { readonly from: number; readonly to: number }
}

interface AuditedHands {
  readonly block: HandsId
  readonly cast: number
  /** `null` in a secret poll. */
  readonly voters: readonly PersonId[] | null
  readonly counts: Readonly<Record<string, number>>
}

export function recountOf(poll: Poll, ballots: readonly CountedBallot[], hashOf: HashOf): Recount {
  const listed = inOrder(poll, ballots)
  const hands = auditedHands(poll)
  return {
    ...counted(definitionOf(poll), listed, hands, poll.electorate.length),
    ballotsRoot: rootOf(listed, hands, hashOf),
  }
}

export function auditOf(
  poll: Poll,
  ballots: readonly CountedBallot[],
  events: PollAudit['events'],
  hashOf: HashOf,
): PollAudit {
  return {
    poll: poll.id,
    definition: definitionOf(poll),
    definitionHash: poll.definitionHash,
    electorateHash: poll.electorateHash,
    electorateSize: poll.electorate.length,
    joined: poll.joined,
    ballots: inOrder(poll, ballots),
    hands: auditedHands(poll),
    ...recountOf(poll, ballots, hashOf),
    events,
  }
}

/** What is not right in the proof of a poll. */
export type AuditFault =
  'definition' | 'ballot' | 'voters' | 'hands' | 'root' | 'counts' | 'result' | 'turnout' | 'events'

/**
 * Counts everything again; answers what is not right, and nothing when all is. Who has the root from the record compares it
 * besides: a proof that was made anew as a whole is right in itself.
 */
export function checkAudit(audit: PollAudit, hashOf: HashOf): readonly AuditFault[] {
  const { definition, ballots, hands, electorateSize, events } = audit
  const sound = ballots.every(({ choices }) => isSound(definition, choices))
  const again = sound ? counted(definition, ballots, hands, electorateSize) : null
  const cast = ballots.length + hands.reduce((sum, block) => sum + block.cast, 0)
  const right: { readonly [Fault in AuditFault]: boolean } = {
    definition: audit.poll === definition.poll && definitionHash(definition, hashOf) === audit.definitionHash,
    ballot: sound,
    voters: votersAreRight(audit),
    hands: hands.every((block) => handsAddUp(definition, block)),
    root: rootOf(ballots, hands, hashOf) === audit.ballotsRoot,
    counts: again !== null && sameSlots(again.counts, audit.counts),
    result: again !== null && canonical(again.result) === canonical(audit.result),
    turnout: cast <= electorateSize,
    events: events.from <= events.to,
  }
  return (Object.keys(right) as AuditFault[]).filter((fault) => !right[fault])
}

/** A ballot as the text that is hashed. */
const lineOf = ({ voter, choices }: CountedBallot): string => canonical({ voter, choices })

function rootOf(ballots: readonly CountedBallot[], hands: readonly AuditedHands[], hashOf: HashOf): string {
  return merkleRoot([...ballots.map(lineOf), ...hands.map(canonical)], hashOf)
}

/** Nobody's in a secret poll, whatever it is called with. */
function inOrder(
  { visibility }: Pick<Poll, 'visibility'>,
  ballots: readonly CountedBallot[],
): readonly CountedBallot[] {
  const shown = visibility === 'secret' ? ballots.map(({ choices }) => ({ voter: null, choices })) : ballots
  return shown.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
}

const placeOf = (ballot: CountedBallot): string => ballot.voter ?? lineOf(ballot)

const auditedHands = (poll: Poll): readonly AuditedHands[] =>
  handsOf(poll).map(({ id, voters, counts }) => ({
    block: id,
    cast: voters.length,
    voters: poll.visibility === 'secret' ? null : voters,
    counts,
  }))

function counted(
  { plan }: PollDefinition,
  ballots: readonly CountedBallot[],
  hands: readonly AuditedHands[],
  entitled: number,
): Omit<Recount, 'ballotsRoot'> {
  const counts = sumOfSlots([...ballots.map(({ choices }) => slotsOf(plan, choices)), ...hands.map(handsSlots)])
  const cast = ballots.length + hands.reduce((sum, block) => sum + block.cast, 0)
  return { counts, result: outcomeOf(plan, counts, cast, entitled) }
}

function isSound({ plan }: PollDefinition, choices: Choices): boolean {
  const sound = soundChoices(plan, choices)
  return sound.ok && canonical(sound.value) === canonical(choices)
}

/** Everybody once, and in order; in a secret poll nobody, and the ballots in the order of what they say. */
function votersAreRight({ definition, ballots, hands }: PollAudit): boolean {
  const inSecret = definition.plan.visibility === 'secret'
  const voters = [
    ...ballots.map(({ voter }) => voter),
    ...hands.flatMap(({ voters: theirs }): readonly (PersonId | null)[] => theirs ?? [null]),
  ]
  if (voters.some((voter) => (voter === null) !== inSecret)) return false
  const lines = ballots.map(placeOf)
  return (
    (inSecret || new Set(voters).size === voters.length) &&
    lines.every((line, i) => i === 0 || (lines[i - 1] as string) <= line)
  )
}

function handsAddUp({ plan }: PollDefinition, { cast, voters, counts }: AuditedHands): boolean {
  const numbers = Object.entries(counts)
  return (
    handsKinds.includes(plan.kind) &&
    (voters === null || voters.length === cast) &&
    numbers.every(([option, count]) => optionsOf(plan).includes(option) && Number.isSafeInteger(count) && count > 0) &&
    numbers.reduce((sum, [, count]) => sum + count, 0) === cast
  )
}
