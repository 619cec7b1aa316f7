/** Dutch comes first; English stands beside it. */
export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)
