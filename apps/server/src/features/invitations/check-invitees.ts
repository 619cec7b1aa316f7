import type { InviteeRow } from '@witboek/contract'
import {
  inviteesMax,
  isInvited,
  seatProblem,
  type DialogueId,
  type Instant,
  type Person,
  type Seat,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { WrittenInvitee } from './invitees-in.ts'

/**
 * Everybody on a list with why they cannot be invited for this seat, if anything (INVITE-3). What is known of others by the
 * same address is said without a name.
 */
export async function checkInvitees(
  { store }: { readonly store: Pick<Store, 'invitations' | 'contacts' | 'people'> },
  written: readonly WrittenInvitee[],
  { dialogue, seat, now }: { readonly dialogue: DialogueId; readonly seat: Seat; readonly now: Instant },
): Promise<readonly InviteeRow[]> {
  const [invitations, contacts, people] = await Promise.all([
    store.invitations.of(dialogue),
    store.contacts.all(),
    store.people.all(),
  ])
  const byId = new Map(people.map((person) => [person.id, person]))
  const known = new Map<string, Person | null>(
    contacts.flatMap(({ email, person }) => (email === null ? [] : [[email, byId.get(person) ?? null]])),
  )
  const ofSeat = invitations.filter(({ role, theme }) => role === seat.role && theme === seat.theme)
  const before = new Set<string>()
  return written.slice(0, inviteesMax).map((row): InviteeRow => {
    if (row.problem !== null) return row
    const { email } = row
    const isTwice = before.has(email)
    before.add(email)
    if (isTwice) return { ...row, problem: 'twice' }
    if (isInvited(ofSeat, email, seat, now)) return { ...row, problem: 'invited-already' }
    return { ...row, problem: seatProblem(known.get(email) ?? null, seat) }
  })
}
