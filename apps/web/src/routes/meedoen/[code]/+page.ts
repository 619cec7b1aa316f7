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
  const room = url.searchParams.get('zaal') ?? ''
  const said = url.searchParams.get('probleem')
  const problem = said === null ? null : problemCode({ type: problemType(said as ProblemCode) })
  const join = await joinBehind(fetch, code)
  // Whoever takes part needs no code but the one of the hall, and checks in right away.
  if ('you' in join && join.you?.meeting) redirect(303, `/bijeenkomst/${join.you.meeting}${url.search}`)
  return 'you' in join
    ? { ...data, code, room, problem, join }
    : { ...data, code, room, problem: join.problem, join: null }
}

/** Where the code leads, or why it leads nowhere. */
async function joinBehind(
  fetch: typeof globalThis.fetch,
  code: string,
): Promise<JoinAnswer | { readonly problem: ProblemCode }> {
  try {
    return await answerOf<JoinAnswer>(fetch, `/api/join/${code}`)
  } catch (cause) {
    if (isHttpError(cause) && (cause.status === 404 || cause.status === 429))
      return { problem: cause.body.code as ProblemCode }
    throw cause
  }
}
