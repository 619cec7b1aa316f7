import type { Contact, Frame, Instant, Meeting } from '@witboek/domain'
import { meetingLetter, textsIn } from '@witboek/i18n'
import type { MeetingLetter } from '@witboek/store'
import type { Address } from '../../mail/address.ts'
import { letter } from '../../mail/letter.ts'
import type { Mail } from '../../mail/mail.ts'
import type { Settings } from '../../settings.ts'
import { meetingEntry } from '../meetings/meeting-file.ts'
import { videoOf } from '../meetings/video.ts'

/** What a letter needs to know besides the meeting. */
export interface AroundLetter {
  readonly frame: Frame
  readonly settings: Pick<Settings, 'videoLink' | 'videoFrames' | 'mail'>
  /** Where people find this site. */
  readonly site: string
  readonly now: Instant
}

/** The mail about a meeting, in the language of whoever gets it, with the entry for their calendar (LETTER-3). */
export async function meetingMail(
  { kind, was }: Pick<MeetingLetter, 'kind' | 'was'>,
  meeting: Meeting,
  { realName, email, language }: Contact & { readonly email: string },
  { frame, settings, site, now }: AroundLetter,
): Promise<Mail> {
  const { municipality } = frame.dialogue
  const ownPage = `${site}/mijn`
  const { title, cancelReason } = meeting
  const entry = meetingEntry(meeting, { frame, site, locale: language, settings })
  const { subject, greeting, paragraphs, button, why } = meetingLetter(
    {
      name: realName,
      kind,
      title,
      theme: frame.themes.find(({ id }) => id === meeting.theme)?.name ?? null,
      is: meeting,
      was,
      fromHome: videoOf(meeting, settings)?.address ?? null,
      reason: cancelReason,
      ownPage,
    },
    textsIn(language),
    language,
  )
  const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const { calendarFile } = await import('../../mail/calendar-file.ts')
  const host = settings.mail?.from ?? mailboxHost(site, municipality)
  return {
    to: email,
    language,
    subject,
    ...letter({
      language,
      greeting,
      paragraphs,
      button: { text: button, url: entry.url },
      footer: { municipality, why },
    }),
    calendar: {
      method,
      filename: language === 'en' ? 'meeting.ics' : 'bijeenkomst.ics',
      content: calendarFile({
        method,
        entries: [{ ...entry, host, guest: { name: realName, address: email } }],
        now,
      }),
    },
    unsubscribe: ownPage,
  }
}

/** A calendar wants to know who invites, also of mail that goes nowhere. */
const mailboxHost = (site: string, municipality: string): Address => ({
  name: municipality,
  address: `dialoog@${new URL(site).hostname}`,
})
