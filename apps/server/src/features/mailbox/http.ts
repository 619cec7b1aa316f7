import type { MailboxAnswer } from '@witboek/contract'
import { ok, type Yes } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import type { Mailbox } from '../../mail/mailbox.ts'

/** The mail of the example, for whoever wants to read it: nobody real is in it. Without a mailbox there is no such door. */
export function mailbox({ mailbox: kept, visitors, site }: Hands): Router {
  const router = express.Router()
  if (kept)
    router.get(
      '/api/example/mailbox',
      page(visitors, async () => mailsIn(kept, site)),
    )
  return router
}

export function mailsIn(mailbox: Mailbox, site: string): Yes<MailboxAnswer> {
  const mails = mailbox.list().map(({ id, at, to, language, subject, text, calendar }) => ({
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
