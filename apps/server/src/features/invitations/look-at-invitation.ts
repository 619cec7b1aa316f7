import { InvitationToken, type InvitationLook } from '@witboek/contract'
import { mayAnswer, ok, refuse, standingOf, type Result } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import { hashOf } from '../../login/secrets.ts'
import { nextMeeting, shownInviter } from './invitation-mail.ts'

/** Letters that nobody got: per address on the network, in ten minutes. A hall has one, and tokens cannot be guessed. */
const missesPerHall = { max: 300, within: 10 * 60_000 }

/** What the letter with this token is about (INVITE-7). Whoever only looks, a scanner of mail included, changes nothing. */
export async function lookAtInvitation(
  { store, live, now }: Pick<Hands, 'store' | 'live' | 'now'>,
  token: string,
  from: string,
): Promise<Result<InvitationLook>> {
  const frame = await store.dialogues.current()
  const isToken = InvitationToken.safeParse(token).success
  const invitation = isToken ? await store.invitations.byToken(hashOf(token)) : null
  if (!frame || !invitation || invitation.dialogue !== frame.dialogue.id) {
    const wait = await live.attempts.take(`letters missed from ${from}`, missesPerHall)
    if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
    return refuse({ code: 'invitation-not-found' })
  }
  const { title, municipality, phase, id } = frame.dialogue
  const dialogue = { title, municipality }
  const at = now()
  if (!mayAnswer(invitation, { phase, now: at }).ok) {
    const standing = standingOf(invitation, at)
    switch (standing) {
      case 'accepted':
      case 'declined':
      case 'expired':
        return ok({ state: standing, dialogue })
      case 'withdrawn':
      case 'bounced':
        return ok({ state: 'withdrawn', dialogue })
      case 'queued':
      case 'sent':
        return ok({ state: 'closed', dialogue })
    }
  }
  const theme = frame.themes.find((other) => other.id === invitation.theme)
  const meeting = nextMeeting(await store.meetings.of(id), invitation.theme, at)
  const contact = await store.contacts.byEmail(invitation.email)
  const known = contact && (await store.people.find(contact.person))
  const { role, name, email, letter, language, expiresAt } = invitation
  return ok({
    state: 'open',
    dialogue,
    role,
    theme: theme ? { slug: theme.slug, name: theme.name } : null,
    inviter: shownInviter(await store.people.find(invitation.by), invitation, municipality),
    name,
    email,
    letter,
    language,
    expiresAt,
    meeting: meeting && { title: meeting.title, place: meeting.place, startsAt: meeting.startsAt },
    known: known && { person: known.id, name: known.name },
  })
}
