import { problemCode, problemType, type ProblemCode } from '@witboek/contract'
import { fetchProblemWords } from '#lib/books/problem-words.ts'
import type { PageLoad } from './$types'

/** Where the link in a mail leads; its address opens the door once, so nobody else is told of it. */
export const load: PageLoad = async ({ params, url, setHeaders }) => {
  setHeaders({
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  const said = url.searchParams.get('probleem')
  if (said !== null) await fetchProblemWords()
  return {
    token: params.token,
    problem: said === null ? null : problemCode({ type: problemType(said as ProblemCode) }),
  }
}
