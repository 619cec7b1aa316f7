import { dayAndTime } from './format.ts'
import type { Locale } from './locale.ts'
import type { Texts } from './nl.ts'

type InvitedRole = keyof Texts['invitations']['as']

/** What a letter is made of. */
export interface InvitationFacts {
  /** Of who is invited; may be empty. */
  readonly name: string
  readonly inviter: { readonly name: string; readonly role: InvitedRole | null }
  readonly role: InvitedRole
  readonly theme: string | null
  readonly dialogue: { readonly title: string; readonly municipality: string }
  /** The inviter's own words, as they wrote them; may be empty. */
  readonly own: string
  readonly meeting: { readonly title: string; readonly place: string; readonly startsAt: number } | null
  readonly expiresAt: number
  /** The address of the page about data. */
  readonly privacy: string
}

/** The words of a letter of invitation, for the mail and for whoever wants to see it before it goes. */
export function invitationLetter(facts: InvitationFacts, { invitations }: Texts, locale: Locale) {
  const { name, inviter, role, theme, dialogue, own, meeting, expiresAt, privacy } = facts
  const { mail, as, asks, ...texts } = invitations
  const seat = texts.inTheme(as[role], theme)
  const when = (at: number) => dayAndTime(at, locale)
  return {
    subject: mail.subject(dialogue.title, theme),
    greeting: mail.greeting(name),
    paragraphs: [
      ...own.split(/[\r\n]+/).filter((line) => line.trim() !== ''),
      mail.invites(
        texts.inviter(inviter.name, inviter.role && as[inviter.role]),
        dialogue.title,
        dialogue.municipality,
        seat,
      ),
      asks[role],
      ...(meeting ? [mail.meeting(meeting.title, when(meeting.startsAt), meeting.place)] : []),
      mail.answer(when(expiresAt)),
      mail.decline,
      mail.personal,
      mail.privacy(inviter.name, privacy),
    ],
    button: mail.button,
    why: mail.why(seat),
  }
}
