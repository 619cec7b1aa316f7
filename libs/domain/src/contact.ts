import type { Instant, PersonId } from './ids.ts'

/**
 * Who somebody is outside the dialogue (contactgegevens): the part that can be erased while what they wrote stays. Beside
 * the public name of `Person`; seen by nobody but themselves and those who invite.
 */
export interface Contact {
  readonly person: PersonId
  readonly realName: string
  /** As `mailAddress` writes it; `null` when none is known. Of one person only. */
  readonly email: string | null
  /** In which letters are written. */
  readonly language: 'nl' | 'en'
}

/** One way to write an e-mail address, so that the same one is the same person: without spaces around it, in small letters. */
export const mailAddress = (text: string): string => text.trim().toLowerCase()

/** What somebody has agreed to: a text by its name and version (`libs/i18n` has the words). */
export interface Consent {
  readonly person: PersonId
  readonly text: ConsentText
  readonly version: number
  readonly at: Instant
}

/** `participation`: to take part, with a name that others see; `guest`: the same at one meeting. */
export const consentTexts = ['participation', 'guest'] as const
export type ConsentText = (typeof consentTexts)[number]

/** A public name (characters) stands above words and beside carets. */
export const publicNameMax = 60
