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
