import type { Instant, InvitationId } from './ids.ts'
import type { Invitation } from './invitation.ts'
import type { Admission, Meeting } from './meeting/meeting.ts'
import type { Person } from './people.ts'

/**
 * What goes by itself, and when: so many days after something has happened (PRIVACY-7). What is not in this table stays
 * until somebody stops, or until the municipality destroys or hands over the archive.
 */
export const retention = {
  login: { days: 0, after: 'it has expired' },
  ticket: { days: 0, after: 'it has expired' },
  /** Name, address and letter of an invitation; that somebody was invited stays. */
  invitation: { days: 30, after: 'it was answered or withdrawn, or has expired' },
  /** The name that a guest chose. */
  guest: { days: 30, after: 'the last meeting they asked for has ended' },
  /** Real name, address, identities and passkeys of everybody. */
  contact: { days: 365, after: 'the dialogue was archived' },
} as const satisfies { readonly [kind: string]: { readonly days: number; readonly after: string } }

export type Retained = keyof typeof retention

const day = 24 * 60 * 60 * 1000

/** Is it time, when the clock of this kind of data began to run at `since`? */
export const isOver = (kind: Retained, since: Instant, now: Instant): boolean =>
  now - since >= retention[kind].days * day

/** Those of which name, address and letter go now. */
export const invitationsToForget = (invitations: readonly Invitation[], now: Instant): readonly InvitationId[] =>
  invitations
    .filter((invitation) => !isForgotten(invitation) && isOver('invitation', endOf(invitation), now))
    .map(({ id }) => id)

/** Nobody is invited without an address: one that has none was forgotten. */
export const isForgotten = ({ email }: Pick<Invitation, 'email'>): boolean => email === ''

function endOf({ state, answeredAt, expiresAt }: Invitation): Instant {
  switch (state) {
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return answeredAt ?? expiresAt
    case 'queued':
    case 'sent':
    case 'bounced':
      return expiresAt
  }
}

/** Somebody, with the meetings they asked to come to and what else is known of them. */
export interface MaybeGuest {
  readonly person: Person
  readonly hasContact: boolean
  /** They said yes to more than coming as a guest. */
  readonly participates: boolean
  readonly visits: readonly { readonly admission: Admission; readonly meeting: Pick<Meeting, 'endsAt'> }[]
}

/** Has this guest's name to go now? Whoever was invited meanwhile, or got another seat, is a guest no longer. */
export function isGuestOver({ person, hasContact, participates, visits }: MaybeGuest, now: Instant): boolean {
  if (hasContact || participates || visits.length === 0) return false
  if (person.seats.some(({ role }) => role !== 'guest')) return false
  // A meeting may run late: who asked after its end was there then.
  const last = Math.max(...visits.map(({ admission, meeting }) => Math.max(meeting.endsAt, admission.askedAt)))
  return isOver('guest', last as Instant, now)
}

/** Counts, for the record and the log. */
export type RetentionCounts = { readonly [Kind in Retained]: number }
