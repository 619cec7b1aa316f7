import { en } from './en.ts'
import { nl, type Texts } from './nl.ts'

/** Dutch comes first; English stands beside it. */
export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

export const textsIn = (locale: Locale): Texts => (locale === 'en' ? en : nl)
