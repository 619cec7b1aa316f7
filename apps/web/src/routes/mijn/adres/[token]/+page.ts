import type { PageLoad } from './$types'

/** Where the link in a mail about a new address leads. As with a link to sign in, nobody is told of it. */
export const load: PageLoad = ({ params, setHeaders }) => {
  setHeaders({
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  return { token: params.token }
}
