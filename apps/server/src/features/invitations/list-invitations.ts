import type { InvitationsAnswer } from '@witboek/contract'
import {
  isForgotten,
  may,
  ok,
  refuse,
  rolesToInvite,
  standingOf,
  type Actor,
  type Result,
  type ThemeId,
} from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import { nextMeeting } from './invitation-mail.ts'

/** The dialogue as a whole, where a theme could be named. */
const none = 'none'

/** Who was invited in a theme group or in the dialogue as a whole, and how it stands (INVITE-9). */
export async function listInvitations(
  { store, mailer, now }: Pick<Hands, 'store' | 'mailer' | 'now'>,
  slug: string,
  actor: Actor | null,
): Promise<Result<InvitationsAnswer>> {
  const frame = await store.dialogues.current()
  if (!frame) return refuse({ code: 'dialogue-not-found' })
  const { dialogue } = frame
  const theme = frame.themes.find((other) => other.slug === slug) ?? null
  const id: ThemeId | null = theme?.id ?? null
  const allowed = may('invitation:read', actor, { phase: dialogue.phase, theme: id })
  if (!allowed.ok) return allowed
  if (slug !== none && !theme) return refuse({ code: 'theme-not-found' })
  const roles = rolesToInvite(actor, id, dialogue)
  const at = now()
  const own = (await store.invitations.of(dialogue.id)).filter((invitation) => invitation.theme === id)
  const meeting = nextMeeting(await store.meetings.of(dialogue.id), id, at)
  return ok({
    dialogue: { title: dialogue.title, municipality: dialogue.municipality },
    theme: theme && { id: theme.id, slug: theme.slug, name: theme.name },
    roles,
    mail: mailer.kind,
    meeting: meeting && { title: meeting.title, place: meeting.place, startsAt: meeting.startsAt },
    invitations: own.map((invitation) => {
      const { name, email, role, language, createdAt, sentAt, sends, expiresAt, answeredAt } = invitation
      const isShown = roles.includes(role) && !isForgotten(invitation)
      return {
        id: invitation.id,
        to: isShown ? { name, email } : null,
        role,
        language,
        standing: standingOf(invitation, at),
        createdAt,
        sentAt,
        sends,
        expiresAt,
        answeredAt,
      }
    }),
    now: at,
  })
}
