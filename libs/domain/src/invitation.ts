import type { DialogueId, Instant, InvitationId, PersonId, ThemeId } from './ids.ts'
import type { Actor, Person, Role, Seat } from './people.ts'
import type { Phase } from './phase.ts'
import { oneLine } from './public-name.ts'
import { ok, refuse, type Refusal, type Result } from './result.ts'
import { givenBy, may } from './rights.ts'
import { themeRoles, withSeat } from './seat.ts'

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

/** How an invitation stands now: its state, or that its time is over. */
export const invitationStandings = [...invitationStates, 'expired'] as const
export type InvitationStanding = (typeof invitationStandings)[number]

export const standingOf = (
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: Instant,
): InvitationStanding => (state === 'sent' && now >= expiresAt ? 'expired' : state)

/** So long (ms) a letter can be answered, from when it is sent. */
export const invitationLasts = 14 * 24 * 60 * 60 * 1000

/** So many people in one list. */
export const inviteesMax = 500
/** The inviter's own words (characters). */
export const invitationLetterMax = 2_000
/** The name of somebody who is invited, and the real one of who accepts (characters). */
export const realNameMax = 100

/**
 * What can be done with an invitation, by how it stands (INVITE-4). Who said no is not written to again; whoever changes
 * their mind is invited anew. One that waits to be sent again can be answered by the letter that went before.
 */
export const invitationActs = {
  resend: ['sent', 'bounced', 'expired'],
  correct: ['bounced'],
  withdraw: ['queued', 'sent', 'bounced', 'expired'],
  /** A bounce that came into the mailbox of the town, told by hand. */
  bounce: ['sent', 'expired'],
  answer: ['queued', 'sent'],
} as const satisfies { readonly [act: string]: readonly InvitationStanding[] }

export type InvitationAct = keyof typeof invitationActs

export const canNow = (
  act: InvitationAct,
  invitation: Pick<Invitation, 'state' | 'expiresAt'>,
  now: Instant,
): boolean => (invitationActs[act] as readonly InvitationStanding[]).includes(standingOf(invitation, now))

/** May this actor invite into this seat (INVITE-1)? An expert's or a Chef's is in a theme group, the others are not. */
export function mayInvite(
  actor: Actor | null,
  { role, theme }: Pick<Seat, 'role' | 'theme'>,
  { phase }: { readonly phase: Phase },
): Result<Actor> {
  const allowed = may('invitation:send', actor, { phase, theme })
  if (!allowed.ok) return allowed
  if (!actor) return refuse({ code: 'not-signed-in' })
  if (!givenBy[actor.seat.role]?.includes(role)) return refuse({ code: 'not-for-your-role', role: actor.seat.role })
  if (themeRoles.includes(role) !== (theme !== null)) return refuse({ code: 'seat-not-found' })
  return ok(actor)
}

/** The roles this actor may invite for, in this theme group or (`null`) in the dialogue as a whole. */
export const rolesToInvite = (
  actor: Actor | null,
  theme: ThemeId | null,
  place: { readonly phase: Phase },
): readonly Role[] =>
  ((actor && givenBy[actor.seat.role]) ?? []).filter((role) => mayInvite(actor, { role, theme }, place).ok)

/** May this actor do this with this invitation, and does it stand so that it can be done? */
export function mayChangeInvitation(
  act: Exclude<InvitationAct, 'answer'>,
  invitation: Invitation,
  actor: Actor | null,
  { phase, now }: { readonly phase: Phase; readonly now: Instant },
): Result<Actor> {
  const allowed = mayInvite(actor, invitation, { phase })
  if (!allowed.ok) return allowed
  // Whose address was forgotten cannot be written to again.
  const possible = invitation.email !== '' && canNow(act, invitation, now)
  return possible ? allowed : refuse({ code: 'invitation-changed' })
}

/** Can this letter still be answered (INVITE-7)? Not when it was, not too late, and not in the archive. */
export function mayAnswer(
  invitation: Pick<Invitation, 'state' | 'expiresAt'>,
  { phase, now }: { readonly phase: Phase; readonly now: Instant },
): Result<null> {
  if (phase === 'archived') return refuse({ code: 'not-in-this-phase' })
  if (standingOf(invitation, now) === 'expired') return refuse({ code: 'link-not-valid' })
  return canNow('answer', invitation, now) ? ok(null) : refuse({ code: 'invitation-changed' })
}

/** Somebody on a list of people to invite. */
export interface Invitee {
  readonly name: string
  /** As `mailAddress` writes it. */
  readonly email: string
  readonly language: 'nl' | 'en'
}

/** Why somebody on a list is not invited (INVITE-3). No name of anybody is in it. */
export type InviteeProblem =
  | 'no-address'
  | 'name-too-long'
  | 'twice'
  | 'invited-already'
  | Extract<Refusal['code'], 'seat-already-held' | 'roles-do-not-go-together' | 'one-theme-group'>

/** Standings in which somebody need not be invited once more for the same seat. */
const open: readonly InvitationStanding[] = ['queued', 'sent', 'bounced']

/** Has somebody at this address an open invitation for this seat? `but`: beside this one. */
export const isInvited = (
  invitations: readonly Invitation[],
  email: string,
  { role, theme }: Pick<Seat, 'role' | 'theme'>,
  now: Instant,
  but?: InvitationId,
): boolean =>
  invitations.some(
    (other) =>
      other.id !== but &&
      other.email === email &&
      other.role === role &&
      other.theme === theme &&
      open.includes(standingOf(other, now)),
  )

/** Why the person at an address cannot get this seat; `null` when they can, or nobody is known there. */
export function seatProblem(
  person: Person | null,
  { role, theme }: Pick<Seat, 'role' | 'theme'>,
): InviteeProblem | null {
  const seated = person ? withSeat(person, { role, theme }) : null
  return seated && !seated.ok ? (seated.refusal.code as InviteeProblem) : null
}

/** The seat from which somebody may have sent this invitation, for the letter; `null` when they hold none (any more). */
export const invitersSeat = (
  { seats }: Pick<Person, 'seats'>,
  { role, theme }: Pick<Invitation, 'role' | 'theme'>,
): Seat | null =>
  seats.find((seat) => givenBy[seat.role]?.includes(role) && (seat.theme === null || seat.theme === theme)) ?? null

/** A real name, for the people who invite; or why it cannot be one. */
export function realName(typed: string): Result<string> {
  const name = oneLine(typed)
  if (name === '') return refuse({ code: 'name-empty' })
  return name.length > realNameMax ? refuse({ code: 'name-too-long', max: realNameMax }) : ok(name)
}
