import type { AnswerInvitation } from '@witboek/contract'
import {
  eventBy,
  invitationActs,
  mayAnswer,
  ok,
  publicName,
  realName,
  refuse,
  withSeat,
  type Contact,
  type Dialogue,
  type Invitation,
  type Person,
  type PersonId,
  type Result,
  type Theme,
} from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import { hashOf } from '../../login/secrets.ts'
import { newId } from '../../new-id.ts'

type Wish<Answer extends 'accept' | 'decline'> = Extract<z.output<typeof AnswerInvitation>, { answer: Answer }>

type Acts = Pick<Hands, 'store' | 'visitors' | 'events' | 'now'>

/** Who came in by the letter, with the number of their new seat. */
interface Accepted {
  readonly person: PersonId
  readonly seat: number
  readonly theme: Theme | null
}

/**
 * Somebody takes part (INVITE-8). The letter proves whose the address is, so whoever is known by it gets the seat beside
 * those they hold; all others become a person with this. One letter makes one person and one seat, however often it is sent.
 */
export async function acceptInvitation(hands: Acts, wish: Wish<'accept'>): Promise<Result<Accepted>> {
  const { store, visitors, events, now } = hands
  return store.turns.take('access', async () => {
    const found = await openInvitation(hands, wish.token)
    if (!found.ok) return found
    const { invitation, dialogue } = found.value
    const { role, theme, email, language } = invitation
    const themes = (await store.dialogues.current())?.themes ?? []
    if (wish.consent !== 'on') return refuse({ code: 'consent-missing' })
    const contact = await store.contacts.byEmail(email)
    const known = contact && (await store.people.find(contact.person))
    const comes = known ? ok({ person: known, contact: null }) : newcomer(wish, { email, language }, newId(now()))
    if (!comes.ok) return comes
    const { person } = comes.value
    const seat = { role, theme }
    const seated = withSeat(person, seat)
    if (!seated.ok) return seated
    const at = now()
    const accepted = await store.together(async (ports) => {
      const to = { state: 'accepted', answeredAt: at, person: person.id } as const
      if (!(await ports.invitations.change(invitation.id, invitationActs.answer, to))) return false
      await ports.people.save(seated.value)
      if (comes.value.contact && !(await ports.contacts.save(comes.value.contact)))
        throw new Error('the address has become that of somebody else')
      const { version } = textsIn(language).consent.participation
      await ports.consents.give({ person: person.id, text: 'participation', version, at })
      await ports.events.append(dialogue.id, [
        eventBy({ person: person.id, seat }, at, 'invitation:accept', invitation.id),
      ])
      return true
    })
    if (!accepted) return refuse({ code: 'invitation-changed' })
    visitors.noteChange()
    events.invitationAnswered(invitation.id, 'accepted')
    return ok({
      person: person.id,
      seat: seated.value.seats.length - 1,
      theme: themes.find(({ id }) => id === theme) ?? null,
    })
  })
}

/** Nobody is made of a no: only that it was said is kept. */
export async function declineInvitation(hands: Acts, { token }: Wish<'decline'>): Promise<Result<null>> {
  const { store, events, now } = hands
  const found = await openInvitation(hands, token)
  if (!found.ok) return found
  const { invitation, dialogue } = found.value
  const at = now()
  const declined = await store.together(async (ports) => {
    const to = { state: 'declined', answeredAt: at } as const
    if (!(await ports.invitations.change(invitation.id, invitationActs.answer, to))) return false
    const { id, theme } = invitation
    await ports.events.append(dialogue.id, [
      { at, actor: null, role: null, theme, type: 'invitation:decline', subject: id, details: {} },
    ])
    return true
  })
  if (!declined) return refuse({ code: 'invitation-changed' })
  events.invitationAnswered(invitation.id, 'declined')
  return ok(null)
}

async function openInvitation(
  { store, now }: Pick<Hands, 'store' | 'now'>,
  token: string,
): Promise<Result<{ readonly invitation: Invitation; readonly dialogue: Dialogue }>> {
  const dialogue = await store.dialogues.currentDialogue()
  const invitation = await store.invitations.byToken(hashOf(token))
  if (!dialogue || invitation?.dialogue !== dialogue.id) return refuse({ code: 'invitation-not-found' })
  const open = mayAnswer(invitation, { phase: dialogue.phase, now: now() })
  return open.ok ? ok({ invitation, dialogue }) : open
}

function newcomer(
  wish: Wish<'accept'>,
  { email, language }: Pick<Invitation, 'email' | 'language'>,
  id: PersonId,
): Result<{ readonly person: Person; readonly contact: Contact }> {
  const [real, shown] = [realName(wish.realName), publicName(wish.publicName)]
  if (!real.ok) return real
  if (!shown.ok) return shown
  return ok({
    person: { id, name: shown.value, background: '', seats: [] },
    contact: { person: id, realName: real.value, email, language },
  })
}
