import { publicNameMax, realNameMax } from '@witboek/domain'
import { z } from 'zod'
import { PersonIdOnWire } from './ids.ts'
import { EmailOnWire } from './sign-in.ts'

/**
 * `POST /api/account/erase`: somebody stops. `confirm`: their own public name, typed as the sign that they mean it.
 * `keepName`: it stays with their words; else a pseudonym comes in its place.
 */
export const EraseMyself = z.strictObject({ confirm: z.string().max(4 * publicNameMax), keepName: z.boolean() })

/** `POST /api/people/erase`: an administrator does it for somebody who asked. */
export const ErasePerson = z.strictObject({ person: PersonIdOnWire, keepName: z.boolean() })

/** `POST /api/account/contact`: the real name, and the language of letters. */
export const ChangeContact = z.strictObject({
  realName: z.string().max(4 * realNameMax),
  language: z.enum(['nl', 'en']),
})

/** `POST /api/account/address`: a link goes to the new address; it changes when somebody follows it. */
export const ChangeAddress = z.strictObject({ email: EmailOnWire })

/** `POST /login/address-change`: the form of the page that this mail leads to. */
export const ConfirmAddress = z.object({ token: z.string().max(100) })

/** `GET /api/privacy`: whom to ask, for the page about privacy. */
export interface PrivacyAnswer {
  /** An e-mail address or a page of the municipality; `null`: nobody said. */
  readonly contact: string | null
  readonly municipality: string | null
}
