import type { InvitationLook } from '@witboek/contract'
import { isHttpError } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import { answerProblem } from '#lib/invitations/answer-problems.ts'
import type { PageLoad } from './$types'

/**
 * Where the link in a letter leads. Its address is a secret, so nobody is told of it: not another page by the referrer, and
 * no cache. Only the origin is said: without any, our own form would look like another site's (SAFE-5).
 */
export const load: PageLoad = async ({ fetch, params, setHeaders, url }) => {
  setHeaders({
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  const path = `/api/invitations/by-token/${encodeURIComponent(params.token)}`
  return {
    token: params.token,
    look: await answerOf<InvitationLook>(fetch, path).catch((cause: unknown) => {
      if (isHttpError(cause, 404)) return null
      throw cause
    }),
    problem: answerProblem(url.searchParams.get('probleem')),
  }
}
