import type { OutboxAnswer } from '@witboek/contract'
import { ok, type Yes } from '@witboek/domain'
import type { Outbox } from '../../mail/outbox.ts'

/** The mail of the example, for whoever wants to read it: nobody real is in it. Without an outbox there is no such door. */
export function outboxPage(outbox: Outbox, site: string): Yes<OutboxAnswer> {
  const mails = outbox.list().map(({ id, at, to, language, subject, text, calendar }) => ({
    id,
    at,
    to,
    language,
    subject,
    text,
    file: calendar?.filename ?? null,
  }))
  return ok({ site, mails })
}
