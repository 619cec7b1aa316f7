import type { ShownInvitation } from '@witboek/contract'
import { dayAndTime, textsIn, type Locale } from '@witboek/i18n'

/** When an invitation came to where it stands, and until when it holds. */
export function standingSince(one: ShownInvitation, locale: Locale): string {
  const texts = textsIn(locale).invitations.list
  const at = (instant: number | null) => (instant === null ? '' : dayAndTime(instant, locale))
  switch (one.standing) {
    case 'queued':
      return texts.made(at(one.createdAt))
    case 'sent':
      return `${texts.sent(at(one.sentAt), one.sends)}; ${texts.until(at(one.expiresAt))}`
    case 'bounced':
      return one.sentAt === null ? texts.made(at(one.createdAt)) : texts.sent(at(one.sentAt), one.sends)
    case 'expired':
      return texts.until(at(one.expiresAt))
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return texts.answered(at(one.answeredAt))
  }
}

/** Who was invited, as far as it may be read. */
export const invitedName = ({ to }: ShownInvitation): string => (to ? to.name || to.email : '')
