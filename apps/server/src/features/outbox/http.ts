import type { OutboxAnswer } from '@witboek/contract'
import { ok, type Yes } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import type { Outbox } from '../../mail/outbox.ts'

/** The mail of the example, for whoever wants to read it: nobody real is in it. Without an outbox there is no such door. */
export function outbox({ outbox: kept, visitors, site }: Hands): Router {
  const router = express.Router()
  if (kept)
    router.get(
      '/api/example/outbox',
      page(visitors, async () => mailsIn(kept, site)),
    )
  return router
}

export function mailsIn(outbox: Outbox, site: string): Yes<OutboxAnswer> {
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
