import type { MinutesPoll, PollResult } from '@witboek/domain'
import { amount, listed, percentage, type Locale, type Texts } from '@witboek/i18n'
import type { BarsBlock } from './document.ts'

/** An option as people read it. */
export function optionWords(
  { kind, options }: Pick<MinutesPoll, 'kind' | 'options'>,
  option: string,
  { voting }: Texts,
): string {
  const fixed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    temperature: voting.temperatures,
    consent: voting.consents,
    yes_no: voting.yesNo,
  }
  const label = fixed[kind]?.[option] ?? options.find(({ id }) => id === option)?.label ?? option
  return kind === 'temperature' ? `${option}: ${label}` : label
}

/** Where it is a tie, or too few voted, nothing was chosen that could bring anything. */
const tellsMix: readonly PollResult['verdict'][] = ['chosen', 'below_target']

/** What a poll came to, a sentence each, the most important first. */
export function resultWords(poll: MinutesPoll, result: PollResult, texts: Texts, locale: Locale): readonly string[] {
  const { voting } = texts
  const { verdict, winners, temperature, ranking, mix, quorumReached, unanimous, cast } = result
  if (cast === 0) return [voting.verdicts.none]
  const words = (option: string) => optionWords(poll, option, texts)
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

/** The counts, in the order of the plan; rankings in the order they led to. */
export function resultBars(poll: MinutesPoll, result: PollResult, texts: Texts, locale: Locale): BarsBlock {
  const { columns } = texts.minutes.polls
  const order = result.ranking?.order ?? result.options.map(({ option }) => option)
  return {
    kind: 'bars',
    // Its question stands right above it.
    caption: texts.voting.result,
    columns: [columns.option, texts.voting.count[countedIn(poll)]],
    bars: order.flatMap((option) => {
      const counted = result.options.find((other) => other.option === option)
      if (!counted) return []
      const share = counted.share === null ? '' : ` (${percentage(counted.share, locale)})`
      return [{ label: optionWords(poll, option, texts), amount: counted.count, shown: `${counted.count}${share}` }]
    }),
  }
}

const countedIn = ({ kind }: MinutesPoll): 'votes' | 'dots' | 'sum' =>
  kind === 'score' || kind === 'rank' ? 'sum' : kind === 'dots' ? 'dots' : 'votes'

const decimal = (value: number, locale: Locale): string =>
  locale === 'nl' ? String(value).replace('.', ',') : String(value)
