import { amount, decimal, listed, percentage } from './format.ts'
import type { Locale } from './locale.ts'
import type { Texts } from './nl.ts'

/** What is asked in a poll, as far as words go. */
interface Asked {
  readonly kind: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

interface Planned extends Asked {
  readonly quorum: number | null
  readonly threshold: number | null
  readonly target: number | null
}

type Voting = Texts['voting']
type Verdict = keyof Voting['verdicts']

interface Outcome {
  readonly cast: number
  readonly verdict: Verdict
  readonly winners: readonly string[]
  readonly quorumReached: boolean | null
  readonly unanimous: boolean
  readonly temperature: { readonly average: number } | null
  readonly ranking: { readonly condorcet: string | null } | null
  readonly mix: { readonly reached: number } | null
}

/** An option as people read it. */
export function optionWords({ kind, options }: Asked, option: string, voting: Voting): string {
  const fixed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    temperature: voting.temperatures,
    consent: voting.consents,
    yes_no: voting.yesNo,
  }
  const label = fixed[kind]?.[option] ?? options.find(({ id }) => id === option)?.label ?? option
  return kind === 'temperature' ? `${option}: ${label}` : label
}

/** What the numbers of options are numbers of. */
export const countedIn = ({ kind }: Pick<Asked, 'kind'>): keyof Voting['count'] =>
  kind === 'score' || kind === 'rank' ? 'sum' : kind === 'dots' ? 'dots' : 'votes'

/** What it takes before a poll decides anything, for whoever votes; empty: the most votes do (POLL-11). */
export const neededWords = (
  { quorum, threshold }: Pick<Planned, 'quorum' | 'threshold'>,
  voting: Voting,
  locale: Locale,
): string =>
  [
    quorum === null ? '' : voting.quorumNeeded(percentage(quorum, locale)),
    threshold === null ? '' : voting.threshold(percentage(threshold, locale)),
  ]
    .join(' ')
    .trim()

/** Where it is a tie, or too few voted, nothing was chosen that could bring anything. */
const tellsMix: readonly Verdict[] = ['chosen', 'below_target']

/** What a poll came to, a sentence each, the most important first. */
export function resultWords(poll: Planned, result: Outcome, voting: Voting, locale: Locale): readonly string[] {
  const { verdict, winners, temperature, ranking, mix, quorumReached, unanimous, cast } = result
  if (cast === 0) return [voting.verdicts.none]
  const words = (option: string) => optionWords(poll, option, voting)
  const names = listed(winners.map(words), locale)
  const said = verdict === 'none' ? '' : voting.verdicts[verdict]
  const degree = temperature && (String(Math.round(temperature.average)) as keyof typeof voting.temperatures)
  return [
    typeof said === 'string' ? said : said(names),
    temperature && degree ? voting.temperature(decimal(temperature.average, locale), voting.temperatures[degree]) : '',
    ranking?.condorcet ? voting.condorcet(words(ranking.condorcet)) : '',
    mix && tellsMix.includes(verdict)
      ? voting.mixReached(amount(mix.reached, locale), amount(poll.target ?? 0, locale))
      : '',
    unanimous && cast > 1 ? voting.unanimous : '',
    quorumReached !== null && poll.quorum !== null ? voting.quorum(percentage(poll.quorum, locale), quorumReached) : '',
    poll.threshold === null ? '' : voting.threshold(percentage(poll.threshold, locale)),
  ].filter((sentence) => sentence !== '')
}
