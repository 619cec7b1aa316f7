import { createHash } from 'node:crypto'
import type { HandsId, Instant, PersonId, PollId } from '../../ids.ts'
import type { Result } from '../../result.ts'
import { electorateHash } from '../electorate.ts'
import { applyPoll, definitionHash, definitionOf, type Poll, type PollFact } from '../poll.ts'
import type { PollOption, PollPlan } from '../poll-plan.ts'

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const opening = Date.UTC(2026, 2, 31, 18, 0) as Instant
export const minutes = (after: number): Instant => (opening + after * 60_000) as Instant
export const person = (name: string): PersonId => name as PersonId
export const people = (number: number): readonly PersonId[] =>
  Array.from({ length: number }, (_, i) => person(`person-${String(i + 1).padStart(2, '0')}`))
export const pollId = 'poll-1' as PollId
export const blockId = 'hands-1' as HandsId
export const chef = person('chef-noor')
export const second = person('official-tom')

export const options = (...ids: readonly string[]): readonly PollOption[] =>
  ids.map((id) => ({ id, label: `Optie ${id}`, amount: null }))

export const plan = (more: Partial<PollPlan> = {}): PollPlan => ({
  question: 'Gaat het zwembad op maandag dicht?',
  explanation: '',
  kind: 'yes_no',
  options: [],
  visibility: 'open',
  reveal: 'on_close',
  requiresPresence: false,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
  ...more,
})

export const drafted = (more: Partial<PollPlan> = {}, poll = pollId): PollFact => ({
  type: 'poll:drafted',
  poll,
  plan: plan(more),
  item: null,
})

export const opened = (electorate: readonly PersonId[], closesAt: Instant | null = null, poll = pollId): PollFact => ({
  type: 'poll:opened',
  poll,
  electorate,
  electorateHash: 'hash-of-electorate',
  definitionHash: 'hash-of-definition',
  closesAt,
})

export const closed: PollFact = { type: 'poll:closed', poll: pollId }
export const voided: PollFact = { type: 'poll:voided', poll: pollId, reason: 'verkeerde vraag' }

export const entered = (
  counts: Readonly<Record<string, number>>,
  voters: readonly PersonId[],
  block = blockId,
): PollFact => ({ type: 'hands:entered', poll: pollId, block, counts, voters, by: chef })
export const confirmed: PollFact = { type: 'hands:confirmed', poll: pollId, block: blockId }
export const rejected: PollFact = { type: 'hands:rejected', poll: pollId, block: blockId }

/** The polls after these facts, all at the opening. */
export const after = (...facts: readonly PollFact[]): readonly Poll[] =>
  facts.reduce<readonly Poll[]>((polls, fact) => applyPoll(polls, fact, opening, second), [])

/** What a rule said, to stand in a table: the facts by their types, or the code of the refusal. */
export const said = (answer: Result<readonly PollFact[]>): string =>
  answer.ok ? answer.value.map(({ type }) => type).join() : answer.refusal.code

/** The one poll after these facts. */
export function onePoll(...facts: readonly PollFact[]): Poll {
  const [poll] = after(...facts)
  if (!poll) throw new Error('these facts make no poll')
  return poll
}

/** The poll with the hashes that it would have been opened with. */
export const hashed = (poll: Poll): Poll => ({
  ...poll,
  electorateHash: electorateHash(poll.electorate, hashOf),
  definitionHash: definitionHash(definitionOf(poll), hashOf),
})
