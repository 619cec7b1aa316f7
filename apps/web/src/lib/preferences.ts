import { isLocale, type Locale } from '@witboek/i18n'

/** How a reader wants to see it: kept in two cookies, set by `POST /voorkeur`, with or without JavaScript. */
export const appearances = ['auto', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

export const languageCookie = 'language'
export const appearanceCookie = 'appearance'

/** Dutch first, for everyone who has not chosen. */
export const localeFrom = (cookie: string | undefined): Locale => (isLocale(cookie) ? cookie : 'nl')

export const isAppearance = (text: unknown): text is Appearance => appearances.includes(text as Appearance)

export const appearanceFrom = (cookie: string | undefined): Appearance => (isAppearance(cookie) ? cookie : 'auto')

/** Where the server says them to a page that it is making; it is no address of ours for anybody else. */
export const preferencesPath = '/voorkeur'

interface Preferences {
  readonly locale: Locale
  readonly appearance: Appearance
}

/** Of the reader of this page: the server reads the cookies, and wrote them on the page for the browser. */
export async function preferencesOf(fetch: typeof globalThis.fetch): Promise<Preferences> {
  if (typeof document === 'undefined') return (await (await fetch(preferencesPath)).json()) as Preferences
  const { lang, dataset } = document.documentElement
  return { locale: localeFrom(lang), appearance: appearanceFrom(dataset['appearance']) }
}
