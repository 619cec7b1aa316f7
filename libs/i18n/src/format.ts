import type { Locale } from './locale.ts'

const regions = { nl: 'nl-NL', en: 'en-GB' } as const

/** Times are said as the municipality's clock shows them, wherever the reader or the server is. */
const timeZone = 'Europe/Amsterdam'

/** Whole cents as an amount: "€ 1.340.000", with cents only where there are any. */
export function amount(cents: number, locale: Locale): string {
  const digits = cents % 100 === 0 ? 0 : 2
  return new Intl.NumberFormat(regions[locale], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100)
}

/** A large amount in words that can be said aloud: "€ 6,2 miljoen". Rounded; never for sums that must add up. */
export function amountInWords(cents: number, locale: Locale): string {
  const millions = cents / 100_000_000
  const value = new Intl.NumberFormat(regions[locale], { maximumFractionDigits: 2 }).format(millions)
  return locale === 'nl' ? `€ ${value} miljoen` : `€${value} million`
}

export const wholeNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(regions[locale]).format(value)

export const percentage = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(regions[locale], { style: 'percent', maximumFractionDigits: 1 }).format(value / 100)

/** "20:14" */
export const clock = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(regions[locale], { hour: '2-digit', minute: '2-digit', timeZone }).format(instant)

/** "1 april 2011, 20:14" */
export const dayAndTime = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant)

/** The right word for a number, by the plural rules of the language: `plural(n, 'nl', { one: 'expert', other: 'experts' })`. */
export const plural = (count: number, locale: Locale, words: { one: string; other: string }): string =>
  new Intl.PluralRules(regions[locale]).select(count) === 'one' ? words.one : words.other
