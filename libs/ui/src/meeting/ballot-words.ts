import type { Choices, PollPlan } from '@witboek/domain'
import { optionWords, textsIn, type Locale } from '@witboek/i18n'

/** What one can choose from, as far as words go. */
type Asked = Pick<PollPlan, 'kind' | 'options'>

/** What a ballot says, a line for each thing. */
export function choiceWords(poll: Asked, choices: Choices, locale: Locale): readonly string[] {
  const { voting } = textsIn(locale)
  const words = (option: string) => optionWords(poll, option, voting)
  const numbered = (numbers: Readonly<Record<string, number>>, said: (number: number) => string) =>
    poll.options.flatMap(({ id }) => {
      const number = numbers[id]
      return number === undefined ? [] : [`${words(id)}: ${said(number)}`]
    })
  if ('option' in choices) return [words(choices.option)]
  if ('answer' in choices)
    return [choices.reason ? `${words(choices.answer)}: ${choices.reason}` : words(choices.answer)]
  if ('options' in choices) return choices.options.length > 0 ? choices.options.map(words) : ['–']
  if ('dots' in choices) return numbered(choices.dots, voting.dots)
  if ('scores' in choices) return numbered(choices.scores, String)
  return choices.ranking.map((option, i) => `${i + 1}. ${words(option)}`)
}
