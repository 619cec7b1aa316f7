import { canonical } from '../canonical.ts'
import type { HashOf } from '../event-chain.ts'
import type { AgendaItemId, HandsId, Instant, PersonId, PollId } from '../ids.ts'
import type { Refusal } from '../result.ts'
import { planOf, type PollPlan } from './poll-plan.ts'
import type { PollResult } from './poll-result.ts'

/** In this order, and never back; `void` (ongeldig) comes after `open` or `closed`. */
export const pollStates = ['draft', 'open', 'closed', 'published', 'void'] as const
type PollState = (typeof pollStates)[number]

/** A poll (peiling) among the experts: advice of the group, and no decision of the Council. */
export interface Poll extends PollPlan {
  readonly id: PollId
  readonly item: AgendaItemId | null
  readonly state: PollState
  /** Who may vote, in order of their ids: as it stood at the opening, with who came later. */
  readonly electorate: readonly PersonId[]
  /** Who of them came later, in order of arrival. */
  readonly joined: readonly PersonId[]
  /** Of the electorate at the opening, without who came later. */
  readonly electorateHash: string | null
  readonly definitionHash: string | null
  /** The secret that names are made with under which ballots are published: see `voter-name.ts`. Shown to nobody. */
  readonly voterKey: string | null
  readonly openedAt: Instant | null
  readonly closesAt: Instant | null
  /** Never later than `closesAt`, also when the server slept through it. */
  readonly closedAt: Instant | null
  readonly hands: readonly HandsBlock[]
  readonly voidReason: string | null
  readonly result: PollResult | null
  /** What ties the result to its ballots: see `audit.ts`. */
  readonly ballotsRoot: string | null
}

/** Raised hands (handen in de zaal) that were counted together. They count once a second person has confirmed them. */
export interface HandsBlock {
  readonly id: HandsId
  readonly state: 'entered' | 'confirmed' | 'rejected'
  /** How many hands for which option; options without any are left out. */
  readonly counts: Readonly<Record<string, number>>
  /** Whose hands, in order of their ids: they vote no other way. */
  readonly voters: readonly PersonId[]
  readonly enteredBy: PersonId
  /** Who confirmed or rejected them. */
  readonly checkedBy: PersonId | null
}

/** Something that happened to a poll. A ballot is none: it lies in the ballot box of its poll. */
export type PollFact =
  | {
      readonly type: 'poll:drafted'
      readonly poll: PollId
      readonly plan: PollPlan
      readonly item: AgendaItemId | null
    }
  | { readonly type: 'poll:changed'; readonly poll: PollId; readonly plan: PollPlan }
  | { readonly type: 'poll:dropped'; readonly poll: PollId }
  | {
      readonly type: 'poll:opened'
      readonly poll: PollId
      readonly electorate: readonly PersonId[]
      readonly electorateHash: string
      readonly definitionHash: string
      readonly closesAt: Instant | null
      /** Of an `open` poll. */
      readonly voterKey?: string
    }
  | { readonly type: 'poll:extended'; readonly poll: PollId; readonly closesAt: Instant }
  | { readonly type: 'poll:joined'; readonly poll: PollId; readonly person: PersonId }
  | { readonly type: 'poll:closed'; readonly poll: PollId }
  | {
      readonly type: 'poll:published'
      readonly poll: PollId
      readonly result: PollResult
      readonly ballotsRoot: string
    }
  | { readonly type: 'poll:voided'; readonly poll: PollId; readonly reason: string }
  | {
      readonly type: 'hands:entered'
      readonly poll: PollId
      readonly block: HandsId
      readonly counts: Readonly<Record<string, number>>
      readonly voters: readonly PersonId[]
      readonly by: PersonId
    }
  | { readonly type: 'hands:confirmed'; readonly poll: PollId; readonly block: HandsId }
  | { readonly type: 'hands:rejected'; readonly poll: PollId; readonly block: HandsId }

/** What people vote about, and how: all that is frozen at the opening. */
export interface PollDefinition {
  readonly poll: PollId
  readonly item: AgendaItemId | null
  readonly plan: PollPlan
}

export const definitionOf = (poll: Poll): PollDefinition => ({ poll: poll.id, item: poll.item, plan: planOf(poll) })

export const definitionHash = (definition: PollDefinition, hashOf: HashOf): string => hashOf(canonical(definition))

export const pollIn = (polls: readonly Poll[], id: PollId): Poll | undefined => polls.find((poll) => poll.id === id)

/** Why nothing comes into this poll at this instant any more, or yet; `null`: it does. Only the clock of the server counts (POLL-5). */
export function pollNotOpen({ state, closesAt, closedAt }: Poll, now: Instant): Refusal | null {
  if (state === 'draft' || state === 'void') return { code: 'poll-not-open' }
  if (state !== 'open') return { code: 'poll-closed', at: closedAt ?? now, now }
  return closesAt !== null && now >= closesAt ? { code: 'poll-closed', at: closesAt, now } : null
}

/** The polls after this fact. A fact that a later version made changes nothing here. */
export function applyPoll(polls: readonly Poll[], fact: PollFact, at: Instant, by: PersonId | null): readonly Poll[] {
  if (fact.type === 'poll:drafted') return [...polls, { ...blank, ...fact.plan, id: fact.poll, item: fact.item }]
  if (fact.type === 'poll:dropped') return polls.filter(({ id }) => id !== fact.poll)
  return polls.map((poll) => (poll.id === fact.poll ? after(poll, fact, at, by) : poll))
}

const blank = {
  state: 'draft',
  electorate: [],
  joined: [],
  electorateHash: null,
  definitionHash: null,
  voterKey: null,
  openedAt: null,
  closesAt: null,
  closedAt: null,
  hands: [],
  voidReason: null,
  result: null,
  ballotsRoot: null,
} as const satisfies Partial<Poll>

type FactOfOne = Exclude<PollFact, { readonly type: 'poll:drafted' | 'poll:dropped' }>

function after(poll: Poll, fact: FactOfOne, at: Instant, by: PersonId | null): Poll {
  switch (fact.type) {
    case 'poll:changed':
      return { ...poll, ...fact.plan }
    case 'poll:opened': {
      const { electorate, electorateHash, definitionHash, closesAt, voterKey = null } = fact
      return { ...poll, state: 'open', electorate, electorateHash, definitionHash, voterKey, openedAt: at, closesAt }
    }
    case 'poll:extended':
      return { ...poll, closesAt: fact.closesAt }
    case 'poll:joined':
      return {
        ...poll,
        electorate: [...poll.electorate, fact.person].sort(),
        joined: [...poll.joined, fact.person],
      }
    case 'poll:closed':
      return { ...poll, state: 'closed', closedAt: poll.closesAt !== null && poll.closesAt < at ? poll.closesAt : at }
    case 'poll:published':
      return { ...poll, state: 'published', result: fact.result, ballotsRoot: fact.ballotsRoot }
    case 'poll:voided':
      return { ...poll, state: 'void', closedAt: poll.closedAt ?? at, voidReason: fact.reason }
    case 'hands:entered': {
      const { block: id, counts, voters, by: enteredBy } = fact
      return { ...poll, hands: [...poll.hands, { id, state: 'entered', counts, voters, enteredBy, checkedBy: null }] }
    }
    case 'hands:confirmed':
      return checked(poll, fact.block, { state: 'confirmed', checkedBy: by })
    case 'hands:rejected':
      return checked(poll, fact.block, { state: 'rejected', checkedBy: by })
    default:
      return poll
  }
}

const checked = (poll: Poll, id: HandsId, outcome: Pick<HandsBlock, 'state' | 'checkedBy'>): Poll => ({
  ...poll,
  hands: poll.hands.map((block) => (block.id === id ? { ...block, ...outcome } : block)),
})
