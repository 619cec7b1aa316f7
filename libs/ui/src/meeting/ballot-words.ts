import type { Choices, PollPlan } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'

/** What one can choose from, as far as words go. */
type Asked = Pick<PollPlan, 'kind' | 'options'>

/** An option as people read it. */
export function optionWords({ kind, options }: Asked, option: string, locale: Locale): string {
  const { temperatures, consents, yesNo } = textsIn(locale).voting
  const fixed = { temperature: temperatures, consent: consents, yes_no: yesNo } as const
  const words: Readonly<Record<string, string>> = kind in fixed ? fixed[kind as keyof typeof fixed] : {}
  const label = words[option] ?? options.find(({ id }) => id === option)?.label ?? option
  return kind === 'temperature' ? `${option}: ${label}` : label
}

/** What a ballot says, a line for each thing. */
export function choiceWords(poll: Asked, choices: Choices, locale: Locale): readonly string[] {
  const { dots } = textsIn(locale).voting
  const words = (option: string) => optionWords(poll, option, locale)
  const numbered = (numbers: Readonly<Record<string, number>>, said: (number: number) => string) =>
    poll.options.flatMap(({ id }) => {
      const number = numbers[id]
      return number === undefined ? [] : [`${words(id)}: ${said(number)}`]
    })
  if ('option' in choices) return [words(choices.option)]
  if ('answer' in choices)
    return [choices.reason ? `${words(choices.answer)}: ${choices.reason}` : words(choices.answer)]
  if ('options' in choices) return choices.options.length > 0 ? choices.options.map(words) : ['–']
  if ('dots' in choices) return numbered(choices.dots, dots)
  if ('scores' in choices) return numbered(choices.scores, String)
  return choices.ranking.map((option, i) => `${i + 1}. ${words(option)}`)
}
