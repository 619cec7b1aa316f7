import type { Cents } from '../money.ts'

/** What a poll came to (uitslag). Shares are in percent with one decimal, averages and spreads have two. */
export interface PollResult {
  /** Ballots in the box and hands that were counted. */
  readonly cast: number
  readonly entitled: number
  /** In the order of the plan. */
  readonly options: readonly OptionResult[]
  /** `null`: none was asked. */
  readonly quorumReached: boolean | null
  readonly thresholdReached: boolean | null
  readonly verdict: Verdict
  /** What was decided for; with a tie, what stands level. */
  readonly winners: readonly string[]
  /** All ballots say the same: then everybody knows what everybody chose, also in a secret poll. */
  readonly unanimous: boolean
  /** Of a temperature: 1 to 5, and the standard deviation. */
  readonly temperature: { readonly average: number; readonly spread: number } | null
  readonly ranking: {
    /** By Borda points, the most first; options with as many stand in the order of the plan. */
    readonly order: readonly string[]
    /** The option that more ballots put before than behind each other one, when there is one. */
    readonly condorcet: string | null
  } | null
  readonly mix: Mix | null
}

/** Options of a `target_mix` from the most picked down, until they bring the target. */
export interface Mix {
  readonly taken: readonly string[]
  readonly reached: Cents
  readonly met: boolean
}

export interface OptionResult {
  readonly option: string
  /** Votes; of dots their number, of scores their sum, of rankings the Borda points. What most of is the winner. */
  readonly count: number
  /** Ballots that name it. */
  readonly named: number
  /** Of all dots, or of the ballots cast; `null` where that means nothing (score, rank). */
  readonly share: number | null
  /** Of the scores that were given. */
  readonly average: number | null
  readonly spread: number | null
}

/**
 * `tie`, `no_quorum`, `below_threshold`, `below_target`: no decision. `none`: nobody voted, or there is nothing to decide (a
 * temperature).
 */
type Verdict = 'chosen' | 'consent' | 'no_consent' | 'tie' | 'no_quorum' | 'below_threshold' | 'below_target' | 'none'
