import type { Locale } from '../locale.ts'
import type { Texts } from '../nl.ts'

const fetched = new Map<Locale, Texts>()

/** The texts of the one language that a browser reads; `fetchTexts` came before. */
export function textsIn(locale: Locale): Texts {
  const texts = fetched.get(locale)
  if (!texts) throw new Error(`the texts in ${locale} have not been fetched`)
  return texts
}

/** To be waited for before anything is said: who reads Dutch does not fetch the English. */
export async function fetchTexts(locale: Locale): Promise<void> {
  if (!fetched.has(locale))
    fetched.set(locale, locale === 'en' ? (await import('../en.ts')).en : (await import('../nl.ts')).nl)
}
