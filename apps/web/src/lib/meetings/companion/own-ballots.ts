import type { OwnBallotAnswer } from '@witboek/contract'
import type { Choices, Instant, PollId, PollPlan } from '@witboek/domain'
import { blankDraft, draftOf, isBlank, isSaved, type BallotDraft } from '@witboek/ui/meeting/ballot-draft.ts'
import type { CommandFailure } from '#lib/books/command-failure.ts'

/** What somebody did, and is doing, in one poll. Nothing that is pushed changes what they typed (POLL-8). */
export interface OwnBallot {
  /** What was filled in since the last answer; `null`: nothing. */
  readonly draft: BallotDraft | null
  /** What the server holds of them; `null`: not known yet. */
  readonly held: OwnBallotAnswer | null
  /** The ballot that is under way, or came back without an answer: sent again it is the same one. */
  readonly sent: { readonly key: string; readonly choices: Choices } | null
  readonly busy: boolean
  /** They had voted before, and that ballot counts: what was sent now is not in the box. */
  readonly before: boolean
  readonly failure: CommandFailure | null
  /** What had been filled in and was not in the box when the poll closed; `null`: nothing. */
  readonly late: BallotDraft | null
}

export type OwnBallots = ReadonlyMap<PollId, OwnBallot>

export const noBallot: OwnBallot = {
  draft: null,
  held: null,
  sent: null,
  busy: false,
  before: false,
  failure: null,
  late: null,
}

export const noBallots: OwnBallots = new Map()

export const withBallot = (ballots: OwnBallots, poll: PollId, ballot: OwnBallot): OwnBallots =>
  new Map(ballots).set(poll, ballot)

export const ballotOf = (ballots: OwnBallots, poll: PollId): OwnBallot => ballots.get(poll) ?? noBallot

/** What counts now; `null`: nothing, or nothing that one may see. */
export function savedOf({ held }: OwnBallot): { readonly choices: Choices; readonly at: Instant } | null {
  return held?.versions.at(-1) ?? null
}

/** What stands on the ballot: what was filled in, or else what was cast. */
export function shownDraft(ballot: OwnBallot): BallotDraft {
  const saved = savedOf(ballot)
  return ballot.draft ?? (saved ? draftOf(saved.choices) : blankDraft)
}

export const typed = (ballot: OwnBallot, draft: BallotDraft): OwnBallot => ({ ...ballot, draft, failure: null })

/** The key stays the same while it is the same wish: after a lost answer the ballot may be in the box already. */
export function casting(ballot: OwnBallot, choices: Choices, newKey: () => string): OwnBallot {
  const again = ballot.sent && JSON.stringify(ballot.sent.choices) === JSON.stringify(choices)
  return { ...ballot, sent: again ? ballot.sent : { key: newKey(), choices }, busy: true, failure: null }
}

/** It did not go through, or nobody knows. What was filled in stays. */
export const notCast = (ballot: OwnBallot, failure: CommandFailure): OwnBallot => ({ ...ballot, busy: false, failure })

/**
 * It is in the box: what was filled in is what was cast, unless somebody went on filling in meanwhile. `before`: a secret
 * ballot of theirs was there already.
 */
export function cast(ballot: OwnBallot, poll: PollPlan, id: PollId, at: Instant, before = false): OwnBallot {
  const choices = ballot.sent?.choices
  const isSecret = poll.visibility === 'secret'
  const earlier = ballot.held?.versions ?? []
  const versions =
    choices && !isSecret ? [...earlier, { version: (earlier.at(-1)?.version ?? 0) + 1, choices, at }] : earlier
  const held: OwnBallotAnswer = { poll: id, voter: null, ...ballot.held, voted: 'ballot', versions }
  const isDone = isSecret || (choices && isSaved(poll, ballot.draft ?? blankDraft, choices))
  return { draft: isDone ? null : ballot.draft, held, sent: null, busy: false, before, failure: null, late: null }
}

/**
 * Whether the server holds something of them that this page does not know: they voted on another device. `version`: which one
 * of their ballots counts there, as it is pushed. While one is under way from here its answer tells.
 */
export const isBehind = ({ held, busy }: OwnBallot, version: number): boolean =>
  !busy && held !== null && (held.versions.at(-1)?.version ?? 0) < version

/** What the server says that it holds. */
export const told = (ballot: OwnBallot, held: OwnBallotAnswer): OwnBallot => ({ ...ballot, held })

/** Drafts of polls that are over come too late, and whoever filled them in is told; everything else is left as it is. */
export const whilePollsAreOpen = (ballots: OwnBallots, open: readonly PollId[]): OwnBallots =>
  new Map([...ballots].map(([poll, ballot]) => [poll, open.includes(poll) ? ballot : tooLate(ballot)]))

const tooLate = ({ draft, late, ...ballot }: OwnBallot): OwnBallot => ({
  ...ballot,
  draft: null,
  late: draft && !isBlank(draft) ? draft : late,
})

/** What is kept in the tab, so that a page that is opened again has it too. */
export const keptDrafts = (ballots: OwnBallots): Readonly<Record<PollId, BallotDraft>> =>
  Object.fromEntries(
    [...ballots].flatMap(([poll, { draft }]) => (draft && !isBlank(draft) ? [[poll, draft] as const] : [])),
  )

export const withDrafts = (kept: unknown): OwnBallots =>
  new Map(
    Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).map(([poll, draft]) => [
      poll as PollId,
      { ...noBallot, draft: { ...blankDraft, ...(draft as Partial<BallotDraft>) } },
    ]),
  )
