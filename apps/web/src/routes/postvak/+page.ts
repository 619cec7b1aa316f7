import type { MailboxAnswer } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** Where mail really goes out, or there is none, nothing is kept here: then the page tells where to look. */
export const load: PageLoad = async ({ fetch }) => ({
  mailbox: await answerOf<MailboxAnswer>(fetch, '/api/example/mailbox').catch((cause: unknown) => {
    if (isHttpError(cause, 404)) return null
    throw cause
  }),
})
