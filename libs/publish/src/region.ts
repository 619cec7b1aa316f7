import type { Document } from './document.ts'

/** How each language is named to programs, and what stands between a page and how many there are: "1 van 3". */
export const regions = {
  nl: { language: 'nl', country: 'NL', of: 'van' },
  en: { language: 'en', country: 'GB', of: 'of' },
} as const

/** "nl-NL" */
export const languageTag = (language: Document['language']): string =>
  `${regions[language].language}-${regions[language].country}`
