import type { Id } from '@witboek/domain'

/** In the log, and in the `Message-ID`, so that the mail server's log can be laid beside ours. */
export type MailId = Id<'mail'>

export interface Mail {
  /** One address; whatever else is in it is no second one. */
  readonly to: string
  readonly language: 'nl' | 'en'
  readonly subject: string
  /** Says everything that `html` says: the only part of it that many people see. */
  readonly text: string
  readonly html: string
  /** For a calendar: an invitation to open, and the same as a file. */
  readonly calendar?: {
    readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
    readonly content: string
    readonly filename: string
  }
  /** The page on which the reader says that no more shall come. */
  readonly unsubscribe?: string
}

/**
 * `refused`: nobody takes mail at this address, now or later. `away`: it may well arrive when it is tried again, and it may
 * have arrived when the connection broke at the very end.
 */
export type MailOutcome =
  { readonly ok: true } | { readonly ok: false; readonly why: 'refused' | 'away'; readonly code?: number }

export interface Mailer {
  /** `none`: there is no way to send mail, so nothing is promised to anybody by mail. */
  readonly kind: 'smtp' | 'mailbox' | 'none'
  /** Never throws. A yes means that a mail server answers for it from now on, not that somebody has read it. */
  send(mail: Mail): Promise<MailOutcome>
  /** What is under way is finished first; what still waits is answered `away`. */
  close(): Promise<void>
}

/** How a mail gets away, for `openMailer`. */
export interface Carrier {
  readonly kind: Mailer['kind']
  carry(id: MailId, mail: Mail): Promise<Carried>
  close(): Promise<void>
}

export interface Carried {
  readonly outcome: MailOutcome
  /** A word for the person on duty, without an address or a name in it. */
  readonly cause?: string
}
