import {
  invitersSeat,
  type Frame,
  type Instant,
  type Invitation,
  type Meeting,
  type Person,
  type ThemeId,
} from '@witboek/domain'
import { invitationLetter, textsIn } from '@witboek/i18n'
import { letter } from '../../mail/letter.ts'
import type { Mail } from '../../mail/mail.ts'
import { meetingFile } from '../meetings/meeting-file.ts'

/** What a letter needs to know besides the invitation. */
interface AroundInvitation {
  readonly frame: Frame
  /** Who sent it; `null` when nobody knows them any more. */
  readonly inviter: Person | null
  readonly meeting: Meeting | null
  /** Where people find this site. */
  readonly site: string
  readonly now: Instant
}

/** The mail with an invitation, in the language of whoever gets it. `token`: the secret in its link. */
export async function invitationMail(invitation: Invitation, token: string, around: AroundInvitation): Promise<Mail> {
  const { frame, inviter, meeting, site } = around
  const { language, email } = invitation
  const { dialogue } = frame
  const { subject, greeting, paragraphs, button, why } = invitationLetter(
    {
      name: invitation.name,
      inviter: shownInviter(inviter, invitation, dialogue.municipality),
      role: invitation.role,
      theme: frame.themes.find(({ id }) => id === invitation.theme)?.name ?? null,
      dialogue,
      own: invitation.letter,
      meeting,
      expiresAt: invitation.expiresAt,
      privacy: `${site}/privacy`,
    },
    textsIn(language),
    language,
  )
  return {
    to: email,
    language,
    subject,
    ...letter({
      language,
      greeting,
      paragraphs,
      button: { text: button, url: `${site}/uitnodiging/${token}` },
      footer: { municipality: dialogue.municipality, why },
    }),
    ...(meeting ? { calendar: await calendarOf(meeting, around, language) } : {}),
  }
}

/** The name and the role of who invites; the municipality does when nobody is left. */
export const shownInviter = (
  inviter: Person | null,
  invitation: Pick<Invitation, 'role' | 'theme'>,
  municipality: string,
): { readonly name: string; readonly role: Person['seats'][number]['role'] | null } =>
  inviter
    ? { name: inviter.name, role: invitersSeat(inviter, invitation)?.role ?? null }
    : { name: municipality, role: null }

/** A file for whoever wants it: somebody who has not said yes is not a guest who is expected. */
async function calendarOf(meeting: Meeting, around: AroundInvitation, language: Mail['language']) {
  return {
    method: 'PUBLISH',
    filename: language === 'en' ? 'meeting.ics' : 'bijeenkomst.ics',
    content: await meetingFile(meeting, { ...around, locale: language, settings: null }),
  } as const
}

/** The next one that people have been told of, of this theme group or of all of them together. */
export const nextMeeting = (meetings: readonly Meeting[], theme: ThemeId | null, now: Instant): Meeting | null =>
  meetings
    .filter((meeting) => meeting.state === 'published' && meeting.startsAt > now)
    .filter((meeting) => meeting.theme === null || meeting.theme === theme)
    .toSorted((one, other) => one.startsAt - other.startsAt)[0] ?? null
