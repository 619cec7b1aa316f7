import type { GivenReason, OptionResult, Poll, PollKind, PollPlan, PollResult } from '@witboek/domain'
import { countedIn, decimal, optionWords, percentage, resultWords, textsIn, type Locale } from '@witboek/i18n'

/** One option in the picture of a result. */
interface Bar {
  readonly option: string
  readonly words: string
  /** "12 stemmen, 43 %" */
  readonly number: string
  /** Of the whole length (percent). */
  readonly length: number
  readonly won: boolean
}

/** `handsToCheck`: counts of hands that wait for a second person. `reasons`: why people block or worry. */
export type PollOfResult = Pick<PollPlan, 'kind' | 'options' | 'quorum' | 'threshold' | 'target'> &
  Partial<Pick<Poll, 'state'>> & {
    readonly handsToCheck?: number
    readonly reasons?: readonly GivenReason[]
  }

/** Where more is still to be counted, what is counted so far decides nothing (POLL-12). */
const isSoFar = ({ state, handsToCheck }: PollOfResult): boolean => state === 'open' || Boolean(handsToCheck)

/** In order of the plan, and rankings in the order they led to. */
export function barsOf(poll: PollOfResult, result: PollResult, locale: Locale): readonly Bar[] {
  const whole = wholeOf(poll.kind, result)
  const order = result.ranking?.order ?? result.options.map(({ option }) => option)
  return order.flatMap((option) => {
    const counted = result.options.find((other) => other.option === option)
    if (!counted) return []
    // Where nothing is decided nothing is chosen, also when what was picked most would be enough.
    const won = !isSoFar(poll) && result.verdict === 'chosen' && result.winners.includes(option)
    return {
      option,
      words: optionWords(poll, option, textsIn(locale).voting),
      number: numberWords(poll.kind, counted, locale),
      length: whole > 0 ? (counted.count / whole) * 100 : 0,
      won,
    }
  })
}

/** The `most` longest of them, in the order they had. */
export function longest(bars: readonly Bar[], most: number): readonly Bar[] {
  if (bars.length <= most) return bars
  const chosen = new Set(bars.toSorted((one, other) => other.length - one.length).slice(0, most))
  return bars.filter((bar) => chosen.has(bar))
}

/** What a full bar stands for: everybody who voted; where that means nothing, the option with the most. */
function wholeOf(kind: PollKind, { cast, options }: PollResult): number {
  const most = Math.max(0, ...options.map(({ count }) => count))
  return countedIn({ kind }) === 'votes' ? cast : most
}

function numberWords(kind: PollKind, { count, share, average }: OptionResult, locale: Locale): string {
  const { voting } = textsIn(locale)
  if (kind === 'rank') return voting.points(count)
  // The bar is the sum, so its number is too: with few marks an average may be high, and the sum is what wins.
  if (kind === 'score')
    return average === null ? voting.noScore : `${voting.points(count)}, ${voting.averaged(decimal(average, locale))}`
  const counted = kind === 'dots' ? voting.dots(count) : voting.votes(count)
  return share === null ? counted : `${counted}, ${percentage(share, locale)}`
}

/** What it came to, a sentence each, the most important first. */
export function verdictWords(poll: PollOfResult, result: PollResult, locale: Locale): readonly string[] {
  const { voting } = textsIn(locale)
  if (!isSoFar(poll)) return resultWords(poll, result, voting, locale)
  return poll.handsToCheck ? [voting.soFar, voting.handsToCheck] : [voting.soFar]
}
