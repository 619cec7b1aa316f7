import type { Clock } from '@witboek/book'
import { invitationLasts, type Frame, type Instant, type Invitation, type Meeting } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Events } from '../../events.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import type { Mailer, MailOutcome } from '../../mail/mail.ts'
import { PatientPost } from '../../mail/patient-post.ts'
import { invitationMail, nextMeeting } from './invitation-mail.ts'

interface Hands {
  readonly store: Store
  readonly mailer: Mailer
  readonly clock: Clock
  /** Where people find this site. */
  readonly site: string
  readonly events: Events
  readonly surprised: (cause: unknown) => void
}

export type InvitationPost = PatientPost<Invitation>

/**
 * Sends the invitations that wait (INVITE-6). One that goes once more, because a server was killed in between, has another
 * link: only that of the latest letter is good.
 */
export const openInvitationPost = (hands: Hands): InvitationPost =>
  new PatientPost(hands, {
    turn: 'invitation post',
    waiting: (limit) => hands.store.invitations.queued(limit),
    idOf: ({ id }) => id,
    async sender() {
      const frame = await hands.store.dialogues.current()
      if (!frame) return null
      const meetings = await hands.store.meetings.of(frame.dialogue.id)
      return (invitation) => sendOne(hands, invitation, frame, meetings)
    },
  })

/** `null`: it need not be sent any more, or cannot be now. */
async function sendOne(
  { store, mailer, clock, site, events }: Hands,
  invitation: Invitation,
  frame: Frame,
  meetings: readonly Meeting[],
): Promise<MailOutcome | null> {
  const { id, theme } = invitation
  if (invitation.dialogue !== frame.dialogue.id) return null
  const token = newSecret()
  const tokenHash = hashOf(token)
  const now = clock.now()
  const expiresAt = (now + invitationLasts) as Instant
  // Kept before it is sent: a letter that arrives can be answered, whatever happens to this server.
  if (!(await store.invitations.change(id, ['queued'], { tokenHash, expiresAt }))) return null
  const inviter = await store.people.find(invitation.by)
  const meeting = nextMeeting(meetings, theme, now)
  const mail = await invitationMail({ ...invitation, expiresAt }, token, { frame, inviter, meeting, site, now })
  const outcome = await mailer.send(mail)
  if (!outcome.ok && outcome.why === 'away') return outcome
  await store.together(async (ports) => {
    // Whoever lost the turn without knowing leaves it to the other: the link of this letter is not the latest.
    if ((await ports.invitations.byToken(tokenHash))?.id !== id) return
    const { sends } = invitation
    if (outcome.ok) {
      await ports.invitations.change(id, ['queued'], { state: 'sent', sentAt: clock.now(), sends: sends + 1 })
      return
    }
    if (!(await ports.invitations.change(id, ['queued'], { state: 'bounced' }))) return
    await ports.events.append(invitation.dialogue, [
      { at: clock.now(), actor: null, role: null, theme, type: 'invitation:bounce', subject: id, details: {} },
    ])
  })
  if (outcome.ok) events.invitationSent(id)
  else events.invitationBounced(id)
  return outcome
}
