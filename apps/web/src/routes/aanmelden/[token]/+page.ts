import type { PageLoad } from './$types'

/**
 * Where the link in a mail leads. Its address opens the door once, so nobody is told of it: not another page by the referrer,
 * and no cache. Only the origin is said: without any, our own form would look like another site's (SAFE-5).
 */
export const load: PageLoad = ({ params, setHeaders }) => {
  setHeaders({
    'Referrer-Policy': 'strict-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  return { token: params.token }
}
