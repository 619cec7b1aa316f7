import { publicNameMax, type Instant, type LoginId, type PasskeyId } from '@witboek/domain'
import { z } from 'zod'
import { LoginIdOnWire, PasskeyIdOnWire } from './ids.ts'
import type { HeldSeat } from './pages.ts'

/** `GET /api/account`: what somebody can see and change about their own account. */
export interface AccountAnswer {
  readonly name: string
  readonly background: string
  readonly contact: { readonly realName: string; readonly email: string | null; readonly language: 'nl' | 'en' } | null
  readonly seats: readonly HeldSeat[]
  /** Where they are signed in, the newest first. */
  readonly devices: readonly OwnDevice[]
  readonly passkeys: readonly OwnPasskey[]
  /** A calendar of theirs follows their meetings. */
  readonly calendar: boolean
  /** They want to hear of their meetings by mail. */
  readonly meetingMail: boolean
}

/** The answer to `POST /api/account/calendar`: told once, because only a hash of it is kept. */
export interface CalendarAddress {
  readonly address: string
}

export interface OwnDevice {
  readonly login: LoginId
  /** `Firefox, Android`; empty when it did not say. */
  readonly device: string
  readonly since: Instant
  readonly seen: Instant
  /** The one that asks. */
  readonly here: boolean
}

export interface OwnPasskey {
  readonly id: PasskeyId
  readonly name: string
  readonly since: Instant
  readonly used: Instant | null
}

/** `POST /api/account/name` */
export const ChangeName = z.strictObject({ name: z.string().max(4 * publicNameMax) })

/** `POST /api/account/meeting-mail` */
export const WantMeetingMail = z.strictObject({ wanted: z.boolean() })

/** `POST /api/account/devices/end`: one of one's own logins. */
export const EndDevice = z.strictObject({ login: LoginIdOnWire })

/** `POST /api/account/devices/end-all`: the one that asks too, or all others. */
export const EndDevices = z.strictObject({ alsoHere: z.boolean() })

/** The answer of a browser's authenticator, as the WebAuthn libraries on both sides write it. */
const Credential = z.looseObject({
  id: PasskeyIdOnWire,
  rawId: PasskeyIdOnWire,
  type: z.literal('public-key'),
  response: z.record(z.string().max(64), z.unknown()),
  clientExtensionResults: z.record(z.string().max(64), z.unknown()),
})

/** `POST /api/account/passkeys`: what the browser made after `POST /api/account/passkeys/begin`. */
export const AddPasskey = z.strictObject({ credential: Credential, name: z.string().max(200) })

/** `POST /api/account/passkeys/remove` */
export const RemovePasskey = z.strictObject({ id: PasskeyIdOnWire })

/** `POST /login/passkey`: what the browser signed after `POST /login/passkey/begin`. */
export const UsePasskey = z.strictObject({ credential: Credential, keep: z.boolean() })

/** For messages that say no more than their name. */
export const Nothing = z.strictObject({})
