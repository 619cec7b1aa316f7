import type { Locale } from './locale.ts'

const regions = { nl: 'nl-NL', en: 'en-GB' } as const

/** Times are said as the municipality's clock shows them, wherever the reader or the server is. */
export const timeZone = 'Europe/Amsterdam'

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

/** "3,75": with the digits it has. */
export const decimal = (value: number, locale: Locale): string =>
  locale === 'nl' ? String(value).replace('.', ',') : String(value)

/** "20:14" */
export const clock = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(regions[locale], { hour: '2-digit', minute: '2-digit', timeZone }).format(instant)

/** "1 april 2011, 20:14" */
export const dayAndTime = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant)

/** "1 apr 2011, 20:14:05": for what has to be told apart by the second. */
export const dayAndSecond = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(regions[locale], { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(instant)

/** The right word for a number, by the plural rules of the language: `plural(n, 'nl', { one: 'expert', other: 'experts' })`. */
export const plural = (count: number, locale: Locale, words: { one: string; other: string }): string =>
  new Intl.PluralRules(regions[locale]).select(count) === 'one' ? words.one : words.other

/** "20:14" today; with its day when it is another: "31 maart 2011 om 20:14". */
export function timeOrDay(
  instant: number,
  now: number,
  locale: Locale,
): { readonly sameDay: boolean; readonly text: string } {
  const day = (at: number) => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at)
  const sameDay = day(instant) === day(now)
  return { sameDay, text: sameDay ? clock(instant, locale) : dayAndTime(instant, locale) }
}

/** The next moment at which the municipality's clock shows this time ("20:45"); `null`: it is no time. */
export function nextClock(time: string, now: number): number | null {
  const minutes = minutesOf(time)
  const shown = minutesOf(clock(now, 'nl'))
  if (minutes === null || shown === null) return null
  const minute = 60_000
  const ahead = (minutes - shown + 24 * 60) % (24 * 60) || 24 * 60
  return Math.floor(now / minute) * minute + ahead * minute
}

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number(hours) < 24 && Number(minutes) < 60 ? total : null
}

/** "1, 2 en 4" */
export const listed = (parts: readonly (string | number)[], locale: Locale): string =>
  new Intl.ListFormat(regions[locale]).format(parts.map(String))
