import type { AccountAnswer } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** Whoever has not signed in is asked to, on this very page. */
export const load: PageLoad = async ({ fetch }) => ({
  account: await answerOf<AccountAnswer>(fetch, '/api/account').catch((cause: unknown) => {
    if (isHttpError(cause, 401)) return null
    throw cause
  }),
})
