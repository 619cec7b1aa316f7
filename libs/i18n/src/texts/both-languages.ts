import { en } from '../en.ts'
import type { Locale } from '../locale.ts'
import { nl, type Texts } from '../nl.ts'

export const textsIn = (locale: Locale): Texts => (locale === 'en' ? en : nl)

/** They are all here. */
export const fetchTexts: (locale: Locale) => Promise<void> = () => Promise.resolve()
