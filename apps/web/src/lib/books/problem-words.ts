import { fetchTexts, hasTexts, isLocale, textsIn, type Locale } from '@witboek/i18n'

/** A refusal in the reader's words; a code from a newer server counts as a surprise. */
export function problemWords(code: string, locale: Locale): string {
  const texts = textsIn(locale)
  if (hasOwn(texts.mishaps, code)) return texts.mishaps[code]
  return hasTexts(locale, 'problems') && hasOwn(texts.problems, code) ? texts.problems[code] : texts.mishaps.surprise
}

/**
 * To be waited for before a refusal is shown. On most phones nothing is ever refused, so these words come with the first no;
 * when they do not arrive, it is told as a surprise.
 */
export async function fetchProblemWords(): Promise<void> {
  if (typeof document === 'undefined') return
  const { lang } = document.documentElement
  await fetchTexts(isLocale(lang) ? lang : 'nl', ['problems']).catch(() => undefined)
}

const hasOwn = <Words extends object>(words: Words, code: PropertyKey): code is keyof Words =>
  Object.hasOwn(words, code)
