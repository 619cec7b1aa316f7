import { problemCode, problemType, type ProblemCode } from '@witboek/contract'
import type { PageLoad } from './$types'

/** Where the link in a mail leads; its address opens the door once, so nobody else is told of it. */
export const load: PageLoad = ({ params, url, setHeaders }) => {
  setHeaders({
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  const said = url.searchParams.get('probleem')
  return {
    token: params.token,
    problem: said === null ? null : problemCode({ type: problemType(said as ProblemCode) }),
  }
}
