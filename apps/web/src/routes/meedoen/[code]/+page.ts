import { problemCode, problemType, type JoinAnswer, type ProblemCode } from '@witboek/contract'
import { joinCode } from '@witboek/domain'
import { isHttpError, redirect } from '@sveltejs/kit'
import { answerOf } from '#lib/api.ts'
import { fetchProblemWords } from '#lib/books/problem-words.ts'
import { newId } from '#lib/meetings/now/kept-id.ts'
import type { PageLoad } from './$types'

/** One address for a code, however it was written; a code that leads nowhere is typed anew on the same page. */
export const load: PageLoad = async ({ fetch, params, url }) => {
  const code = joinCode(params.code)
  if (!code) redirect(303, `/meedoen?code=${encodeURIComponent(params.code)}`)
  if (code !== params.code) redirect(303, `/meedoen/${code}${url.search}`)
  const room = url.searchParams.get('zaal') ?? ''
  const said = url.searchParams.get('probleem')
  if (said !== null) await fetchProblemWords()
  const problem = said === null ? null : problemCode({ type: problemType(said as ProblemCode) })
  const join = await joinBehind(fetch, code)
  // Whoever takes part needs no code but the one of the hall, and checks in right away.
  if ('you' in join && join.you?.meeting) redirect(303, `/bijeenkomst/${join.you.meeting}${url.search}`)
  const form = formNumber()
  return 'you' in join ? { form, code, room, problem, join } : { form, code, room, problem: join.problem, join: null }
}

/** Every form has a number of its own (a UUID): sent twice, because an answer was lost, it is one guest. */
const formNumber = (): string => newId().replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')

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
