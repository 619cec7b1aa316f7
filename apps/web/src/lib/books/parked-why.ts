import { textsIn, type Locale } from '@witboek/i18n'
import { problemWords } from './problem-words.ts'

/** Why words were set aside: what was so then, as locks open again. */
export function parkedWhy(code: string, locale: Locale): string {
  const { why } = textsIn(locale).parked
  return Object.hasOwn(why, code) ? why[code as keyof typeof why] : problemWords(code, locale)
}
