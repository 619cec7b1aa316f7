import type { Instant } from '@witboek/domain'
import type { Carrier, Mail, MailId } from './mail.ts'

interface KeptMail extends Mail {
  readonly id: MailId
  readonly at: Instant
}

/** So many: enough for an evening with the example, and no more memory than that. */
const most = 200

/** The example's mail goes nowhere: it is kept in memory, for a page on which everybody can read it. */
export class Mailbox implements Carrier {
  readonly kind = 'mailbox'
  private readonly now: () => Instant
  private kept: readonly KeptMail[] = []

  constructor(now: () => Instant) {
    this.now = now
  }

  async carry(id: MailId, mail: Mail) {
    this.kept = [{ ...mail, id, at: this.now() }, ...this.kept].slice(0, most)
    return { outcome: { ok: true } } as const
  }

  /** Newest first. */
  list(): readonly KeptMail[] {
    return this.kept
  }

  async close(): Promise<void> {
    this.kept = []
  }
}
