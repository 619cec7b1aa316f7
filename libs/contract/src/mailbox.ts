import type { Instant } from '@witboek/domain'

/** `GET /api/example/mailbox`: the mail that the example would have sent, newest first. Only where it is kept. */
export interface MailboxAnswer {
  /** The origin under which people find this site: what in a mail leads there, leads to a page of ours. */
  readonly site: string
  readonly mails: readonly MailboxMail[]
}

export interface MailboxMail {
  readonly id: string
  readonly at: Instant
  readonly to: string
  readonly language: 'nl' | 'en'
  readonly subject: string
  /** As plain text. What a mail looks like is not sent here, so that nothing in it can run. */
  readonly text: string
  /** The name of the file for a calendar that came with it. */
  readonly file: string | null
}
