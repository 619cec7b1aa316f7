import {
  eventBy,
  isInvited,
  mailAddress,
  mayChangeInvitation,
  ok,
  refuse,
  seatProblem,
  type Actor,
  type Invitation,
  type InvitationAct,
  type InvitationId,
  type InvitationState,
  type Result,
} from '@witboek/domain'
import type { Invitations } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import { canBeMailed } from './invitees-in.ts'
import { placeToInvite } from './send-invitations.ts'

export type InvitationWish =
  | { readonly act: Extract<InvitationAct, 'resend' | 'withdraw' | 'bounce'>; readonly invitation: InvitationId }
  | { readonly act: 'correct'; readonly invitation: InvitationId; readonly email: string }

/** More often would be a nuisance to whoever reads that mail. */
const resendsPerInvitation = { max: 5, within: 60 * 60_000 }

/** What becomes of one invitation, by whoever may invite for that seat (INVITE-4). */
export async function changeInvitation(
  hands: Pick<Hands, 'store' | 'live' | 'mailer' | 'invitationPost' | 'events' | 'now'>,
  wish: InvitationWish,
  actor: Actor,
): Promise<Result<null>> {
  const { store, live, mailer, invitationPost, events, now } = hands
  const isSentAgain = wish.act === 'resend' || wish.act === 'correct'
  if (isSentAgain && mailer.kind === 'none') return refuse({ code: 'mail-away' })
  return store.turns.take('invite', async () => {
    const invitation = await store.invitations.find(wish.invitation)
    const dialogue = await store.dialogues.currentDialogue()
    if (!invitation || invitation.dialogue !== dialogue?.id) return refuse({ code: 'invitation-not-found' })
    const place = await placeToInvite(store, invitation, actor)
    if (!place.ok) return place
    const allowed = mayChangeInvitation(wish.act, invitation, actor, { phase: dialogue.phase, now: now() })
    if (!allowed.ok) return allowed
    const email = wish.act === 'correct' ? mailAddress(wish.email) : invitation.email
    if (isSentAgain) {
      const can = await canBeInvited(hands, invitation, email)
      if (!can.ok) return can
      const wait = await live.attempts.take(`invitation ${invitation.id} sent again`, resendsPerInvitation)
      if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
    }
    const { from, to } = changes(wish.act, email, now())
    const changed = await store.together(async (ports) => {
      if (!(await ports.invitations.change(invitation.id, from, to))) return false
      await ports.events.append(dialogue.id, [eventBy(actor, now(), `invitation:${wish.act}`, invitation.id)])
      return true
    })
    if (!changed) return refuse({ code: 'invitation-changed' })
    events.invitationChanged(invitation.id, wish.act, actor.person)
    if (isSentAgain) invitationPost.wake()
    return ok(null)
  })
}

/** Is this still somebody to invite, at this address? */
async function canBeInvited(
  { store, now }: Pick<Hands, 'store' | 'now'>,
  invitation: Invitation,
  email: string,
): Promise<Result<null>> {
  if (!canBeMailed(email)) return refuse({ code: 'address-not-valid' })
  const others = await store.invitations.of(invitation.dialogue)
  if (isInvited(others, email, invitation, now(), invitation.id)) return refuse({ code: 'invited-already' })
  const contact = await store.contacts.byEmail(email)
  const person = contact && (await store.people.find(contact.person))
  const problem = seatProblem(person, invitation)
  if (problem === null) return ok(null)
  return refuse(
    problem === 'roles-do-not-go-together'
      ? { code: problem, role: invitation.role, held: '' }
      : { code: problem === 'one-theme-group' ? problem : 'seat-already-held' },
  )
}

/** From which states, as they are stored; and to what. */
function changes(
  act: InvitationWish['act'],
  email: string,
  at: Invitation['createdAt'],
): { readonly from: readonly InvitationState[]; readonly to: Parameters<Invitations['change']>[2] } {
  switch (act) {
    case 'resend':
      return { from: ['sent', 'bounced'], to: { state: 'queued' } }
    case 'correct':
      // The letter that went to the wrong address may lie with somebody: its link is worth nothing from here on.
      return { from: ['bounced'], to: { state: 'queued', email, tokenHash: hashOf(newSecret()) } }
    case 'withdraw':
      return { from: ['queued', 'sent', 'bounced'], to: { state: 'withdrawn', answeredAt: at } }
    case 'bounce':
      return { from: ['sent'], to: { state: 'bounced' } }
  }
}
