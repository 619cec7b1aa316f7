import type { VisitAnswer } from '@witboek/contract'
import type { Locale } from '@witboek/i18n'
import type { Appearance } from '#lib/preferences.ts'

declare global {
  namespace App {
    interface Locals {
      locale: Locale
      appearance: Appearance
    }
    /** What the layout gives every page; none of it when the layout itself failed. */
    interface PageData {
      locale?: Locale
      visit?: VisitAnswer
      /** A page of its own, without header and footer: the big screen in the hall. */
      alone?: boolean
    }
    interface Error {
      /** The problem's code, for the text in the reader's language. */
      code?: string
      /** What to quote on the phone. */
      instance?: string
    }
  }
}
