import { problemCode, problemType, type JoinAnswer, type ProblemCode } from '@witboek/contract'
import { joinCode } from '@witboek/domain'
import { isHttpError, redirect } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import type { PageLoad } from './$types'

/** One address for a code, however it was written; a code that leads nowhere is typed anew on the same page. */
export const load: PageLoad = async ({ fetch, params, url, data }) => {
  const code = joinCode(params.code)
  if (!code) redirect(303, `/meedoen?code=${encodeURIComponent(params.code)}`)
  if (code !== params.code) redirect(303, `/meedoen/${code}${url.search}`)
  const said = url.searchParams.get('probleem')
  const problem = said === null ? null : problemCode({ type: problemType(said as ProblemCode) })
  try {
    return { ...data, code, problem, join: await answerOf<JoinAnswer>(fetch, `/api/join/${code}`) }
  } catch (cause) {
    if (isHttpError(cause) && (cause.status === 404 || cause.status === 429))
      return { ...data, code, problem: cause.body.code as ProblemCode, join: null }
    throw cause
  }
}
