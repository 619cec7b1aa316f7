import { textsIn, type Locale } from '@witboek/i18n'

/** A refusal in the reader's words; a code from a newer server counts as a surprise. */
export function problemWords(code: string, locale: Locale): string {
  const { problems } = textsIn(locale)
  return Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : problems.surprise
}
