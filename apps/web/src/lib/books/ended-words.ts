import { textsIn, type Locale } from '@witboek/i18n'
import { problemWords } from './problem-words.ts'

/** Why the line of an open page ended for good: mostly because somebody's place did. */
export function endedWords(code: string, locale: Locale): string {
  const { ended } = textsIn(locale).access
  return Object.hasOwn(ended, code) ? ended[code as keyof typeof ended] : problemWords(code, locale)
}
