import type { DialogueId, Instant, InvitationId, PersonId, ThemeId } from './ids.ts'
import type { Role } from './people.ts'

/** An invitation (uitnodiging) into a role, and for experts and Chefs into a theme group. */
export interface Invitation {
  readonly id: InvitationId
  readonly dialogue: DialogueId
  readonly theme: ThemeId | null
  readonly role: Role
  readonly email: string
  /** As the inviter wrote it; may be empty. */
  readonly name: string
  readonly language: 'nl' | 'en'
  /** The inviter's own words in the letter; may be empty. */
  readonly letter: string
  readonly by: PersonId
  readonly state: InvitationState
  readonly createdAt: Instant
  /** The last time; `null` before the first. */
  readonly sentAt: Instant | null
  readonly sends: number
  readonly expiresAt: Instant
  readonly answeredAt: Instant | null
  /** Who accepted it. */
  readonly person: PersonId | null
}

/**
 * `queued`: the letter is to be sent; `sent`; `bounced`: its address took no mail; `accepted` and `declined` by whoever got
 * it; `withdrawn` by whoever sent it. One that was sent and not answered in time has expired: time says so, no state.
 */
export const invitationStates = ['queued', 'sent', 'bounced', 'accepted', 'declined', 'withdrawn'] as const
export type InvitationState = (typeof invitationStates)[number]
