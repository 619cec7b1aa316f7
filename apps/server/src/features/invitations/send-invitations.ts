import type { InvitationsPreview, InvitationsSent, PreviewInvitations, SendInvitations } from '@witboek/contract'
import {
  eventBy,
  holdsSeat,
  invitationLasts,
  inviteesMax,
  mailAddress,
  mayInvite,
  ok,
  oneLine,
  realNameMax,
  refuse,
  type Actor,
  type Frame,
  type Instant,
  type Invitation,
  type Result,
  type Seat,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { z } from 'zod'
import type { Hands } from '../../http/hands.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import { newId } from '../../new-id.ts'
import { checkInvitees } from './check-invitees.ts'
import { canBeMailed, inviteesIn, type WrittenInvitee } from './invitees-in.ts'

/** Who is on a list, and who of them cannot be invited. Nothing is kept (INVITE-2). */
export async function previewInvitations(
  hands: Pick<Hands, 'store' | 'now'>,
  { theme, role, text }: z.output<typeof PreviewInvitations>,
  actor: Actor,
): Promise<Result<InvitationsPreview>> {
  const place = await placeToInvite(hands.store, { theme, role }, actor)
  if (!place.ok) return place
  const written = inviteesIn(text)
  const more = written.slice(inviteesMax)
  const dialogue = place.value.dialogue.id
  return ok({
    rows: await checkInvitees(hands, written, { dialogue, seat: { theme, role }, now: hands.now() }),
    beyond: more[0] ? { count: more.length, line: more[0].line } : null,
  })
}

/**
 * Invites everybody on the list who can be, after the list was looked at once more: who was invited meanwhile, also by this
 * same message the first time it was sent, is not invited twice. Their letters wait in the store, and go out from there.
 */
export async function sendInvitations(
  hands: Pick<Hands, 'store' | 'mailer' | 'invitationPost' | 'events' | 'now'>,
  { theme, role, rows, letter }: z.output<typeof SendInvitations>,
  actor: Actor,
): Promise<Result<InvitationsSent>> {
  const { store, mailer, invitationPost, events, now } = hands
  if (mailer.kind === 'none') return refuse({ code: 'mail-away' })
  return store.turns.take('invite', async () => {
    const place = await placeToInvite(store, { theme, role }, actor)
    if (!place.ok) return place
    const dialogue = place.value.dialogue.id
    const at = now()
    const checked = await checkInvitees(hands, rows.map(asWritten), { dialogue, seat: { theme, role }, now: at })
    const invitations = checked
      .filter(({ problem }) => problem === null)
      .map(({ name, email, language }): Invitation => ({
        id: newId<'invitation'>(at),
        dialogue,
        theme,
        role,
        email,
        name,
        language,
        // The one sign that PostgreSQL keeps in no text.
        letter: letter[language].replaceAll('\0', '').trim(),
        by: actor.person,
        state: 'queued',
        createdAt: at,
        sentAt: null,
        sends: 0,
        expiresAt: (at + invitationLasts) as Instant,
        answeredAt: null,
        person: null,
      }))
    await store.together(async (ports) => {
      // Its secret is made when the letter goes; until then nobody has one that fits.
      for (const invitation of invitations) await ports.invitations.add(invitation, hashOf(newSecret()))
      await ports.events.append(
        dialogue,
        invitations.map(({ id, language }) => eventBy(actor, at, 'invitation:send', id, { theme, role, language })),
      )
    })
    events.invited(dialogue, invitations.length, actor.person)
    invitationPost.wake()
    return ok({
      queued: invitations.length,
      left: checked.flatMap(({ email, problem }) => (problem === null ? [] : [{ email, problem }])),
    })
  })
}

/** A list that comes back from a page is read as strictly as one that was pasted. */
function asWritten(
  { name, email, language }: z.output<typeof SendInvitations>['rows'][number],
  i: number,
): WrittenInvitee {
  const row = { line: i + 1, name: oneLine(name), email: mailAddress(oneLine(email)), language }
  if (!canBeMailed(row.email)) return { ...row, problem: 'no-address' }
  return { ...row, problem: row.name.length > realNameMax ? 'name-too-long' : null }
}

/** The dialogue, for somebody who may invite for this seat, and who still sits where they did when they asked. */
export async function placeToInvite(
  store: Pick<Store, 'dialogues' | 'people'>,
  seat: Seat,
  actor: Actor,
): Promise<Result<Frame>> {
  const frame = await store.dialogues.current()
  if (!frame) return refuse({ code: 'dialogue-not-found' })
  const own = await store.people.find(actor.person)
  if (!own || !holdsSeat(own, actor.seat)) return refuse({ code: 'not-signed-in' })
  const allowed = mayInvite(actor, seat, frame.dialogue)
  if (!allowed.ok) return allowed
  if (seat.theme !== null && !frame.themes.some(({ id }) => id === seat.theme))
    return refuse({ code: 'theme-not-found' })
  return ok(frame)
}
