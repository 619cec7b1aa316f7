import {
  inviteesMax,
  invitationLetterMax,
  publicNameMax,
  realNameMax,
  roles,
  type InvitationId,
  type InvitationStanding,
  type Invitee,
  type InviteeProblem,
  type Instant,
  type PersonId,
  type Role,
  type ThemeId,
} from '@witboek/domain'
import { z } from 'zod'
import { InvitationIdOnWire, ThemeIdOnWire } from './ids.ts'

const SeatWish = { theme: ThemeIdOnWire.nullable(), role: z.enum(roles) }

/** As long as an address can be (RFC 5321). */
export const addressMax = 254

/** A list as it was pasted or as a file has it (characters). */
export const inviteesTextMax = 200_000

/** `POST /api/invitations/preview`: who is on this list, and who cannot be invited. Nothing is kept. */
export const PreviewInvitations = z.strictObject({ ...SeatWish, text: z.string().max(inviteesTextMax) })

export interface InvitationsPreview {
  readonly rows: readonly InviteeRow[]
  /** More people than one list may have: how many, and from which line on. */
  readonly beyond: { readonly count: number; readonly line: number } | null
}

/** Somebody on the list. Where no address was found, `email` is what stands there instead. */
export interface InviteeRow extends Invitee {
  /** Counted from 1, as an editor does. */
  readonly line: number
  readonly problem: InviteeProblem | null
}

/** `POST /api/invitations` */
export const SendInvitations = z.strictObject({
  ...SeatWish,
  rows: z
    .array(
      z.strictObject({
        name: z.string().max(2 * realNameMax),
        email: z.string().min(1).max(addressMax),
        language: z.enum(['nl', 'en']),
      }),
    )
    .min(1)
    .max(inviteesMax),
  /** The inviter's own words; may be empty. */
  letter: z.strictObject({ nl: z.string().max(invitationLetterMax), en: z.string().max(invitationLetterMax) }),
})

/** How many wait to be sent now, and who of the list could not be invited after all. */
export interface InvitationsSent {
  readonly queued: number
  readonly left: readonly { readonly email: string; readonly problem: InviteeProblem }[]
}

/** `POST /api/invitations/resend`, `/withdraw` and `/bounced` */
export const ChangeInvitation = z.strictObject({ invitation: InvitationIdOnWire })

/** `POST /api/invitations/address` */
export const CorrectAddress = z.strictObject({
  invitation: InvitationIdOnWire,
  email: z.string().min(1).max(addressMax),
})

/** `GET /api/invitations?theme={slug}`; `none` is the dialogue as a whole. */
export interface InvitationsAnswer {
  readonly dialogue: { readonly title: string; readonly municipality: string }
  readonly theme: { readonly id: ThemeId; readonly slug: string; readonly name: string } | null
  /** For which one may invite here; none of them: one only reads. */
  readonly roles: readonly Role[]
  /** Whether mail goes out, stays in the mailbox of the example, or is not there at all. */
  readonly mail: 'smtp' | 'mailbox' | 'none'
  /** Whose entry for a calendar goes along with the letter. */
  readonly meeting: InvitedMeeting | null
  /** Newest first. */
  readonly invitations: readonly ShownInvitation[]
  readonly now: Instant
}

interface InvitedMeeting {
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
}

export interface ShownInvitation {
  readonly id: InvitationId
  /** Name and address: only for who may invite in that role; `null` for others, and once they are forgotten. */
  readonly to: { readonly name: string; readonly email: string } | null
  readonly role: Role
  readonly language: 'nl' | 'en'
  readonly standing: InvitationStanding
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly sends: number
  readonly expiresAt: Instant
  readonly answeredAt: Instant | null
}

/** `GET /api/invitations/by-token/{token}`: what a letter is about. To look changes nothing. */
export type InvitationLook =
  | {
      readonly state: 'open'
      readonly dialogue: { readonly title: string; readonly municipality: string }
      readonly role: Role
      readonly theme: { readonly slug: string; readonly name: string } | null
      /** By whose hand; the role is `null` when they have it no more. */
      readonly inviter: { readonly name: string; readonly role: Role | null }
      /** As the inviter wrote it; may be empty. */
      readonly name: string
      readonly email: string
      readonly letter: string
      readonly language: 'nl' | 'en'
      readonly expiresAt: Instant
      readonly meeting: InvitedMeeting | null
      /** Who has this address takes part already: under which name. */
      readonly known: { readonly person: PersonId; readonly name: string } | null
    }
  | {
      readonly state: 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'closed'
      readonly dialogue: { readonly title: string; readonly municipality: string }
    }

/** A secret in a letter, as it looks; what looks otherwise is none. */
export const InvitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'not a token')

/** `POST /login/invitation`, as a form sends it. The names are of who is not known yet. */
export const AnswerInvitation = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.literal('accept'),
    token: InvitationToken,
    publicName: z
      .string()
      .max(4 * publicNameMax)
      .default(''),
    realName: z
      .string()
      .max(4 * realNameMax)
      .default(''),
    consent: z.literal('on').optional(),
    keep: z.literal('on').optional(),
    next: z.string().max(500).optional(),
  }),
  z.strictObject({
    answer: z.literal('decline'),
    token: InvitationToken,
    // A browser sends the whole form, whichever button was pressed.
    publicName: z.string().optional(),
    realName: z.string().optional(),
    consent: z.string().optional(),
    keep: z.string().optional(),
    next: z.string().max(500).optional(),
  }),
])
