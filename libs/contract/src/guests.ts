import {
  publicNameMax,
  type AdmissionState,
  type Instant,
  type Meeting,
  type MeetingId,
  type MeetingState,
} from '@witboek/domain'
import { z } from 'zod'
import { MeetingIdOnWire, PersonIdOnWire } from './ids.ts'

/** `GET /api/join/{code}`: to which meeting a code leads. */
export interface JoinAnswer {
  readonly meeting: Pick<Meeting, 'title' | 'place' | 'startsAt' | 'endsAt'>
  readonly theme: { readonly slug: string; readonly name: string }
  /** The public names of its Chefs. */
  readonly chefs: readonly string[]
  /** An e-mail address can be left behind, and will be asked to confirm it. */
  readonly mail: boolean
  /** Whoever has signed in joins as who they are. */
  readonly you: {
    readonly name: string
    /** They need no code: they take part in this theme. */
    readonly takesPart: boolean
    /** Where they go instead; `null`: they ask to come in as anybody else. */
    readonly meeting: Meeting['id'] | null
    /** They have an address already. */
    readonly hasAddress: boolean
  } | null
}

/** `POST /login/join`, as a form that works without JavaScript. */
export const JoinForm = z.object({
  code: z.string().max(40),
  name: z
    .string()
    .max(4 * publicNameMax)
    .default(''),
  email: z.string().max(254).default(''),
  consent: z
    .literal('on')
    .optional()
    .transform((said) => said === 'on'),
  language: z.enum(['nl', 'en']).default('nl'),
  /** What the QR code on the wall of the hall brought along; empty: nothing did. */
  room: z.string().max(20).default(''),
  /** Of this one form: sent twice, it is one guest. */
  form: z.uuid().optional(),
})

/** `POST /login/guest-address`: the form of the page that the mail to confirm an address leads to. */
export const GuestAddressForm = z.object({ token: z.string().max(100) })

/** So many at once: a hall. */
const Guests = { meeting: MeetingIdOnWire, persons: z.array(PersonIdOnWire).min(1).max(500) }

/** `POST /api/guests/admit`, `/refuse` and `/remove` */
export const TheseGuests = z.strictObject(Guests)
/** `POST /api/guests/write` */
export const LetGuestsWrite = z.strictObject({ ...Guests, writes: z.boolean() })

/** The answer to these: of how many something has changed. */
export interface GuestsChanged {
  readonly changed: number
}

/** `GET /api/lobby`: what became of asking to join, the latest first. Asked again and again by who waits. */
export interface LobbyAnswer {
  readonly name: string
  readonly visits: readonly OwnVisit[]
}

export interface OwnVisit {
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'place' | 'startsAt'> & { readonly state: MeetingState }
  readonly theme: { readonly slug: string; readonly name: string } | null
  readonly state: AdmissionState
  readonly writes: boolean
  readonly askedAt: Instant
  /** The number of the seat that was given, to take it; `null`: none is held. */
  readonly seat: number | null
  /** That is the seat they act from. */
  readonly seated: boolean
}

/** `lobby:watch`: a Chef is told from now on when something changes in the lobby of a meeting. */
export const lobbyMessages = {
  'lobby:watch': z.strictObject({ meeting: MeetingIdOnWire }),
} as const

/** `lobby:changed`: somebody asked, came in or left, or the meeting itself changed; what, one asks anew. */
export interface LobbyChanged {
  readonly meeting: MeetingId
}
