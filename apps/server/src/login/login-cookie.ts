import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'

/** The cookie that carries a login's token. Only the server can read it, and other sites cannot send it. */
export const loginCookie = 'witboek-login'

/** Its name over https: a browser takes it from this very host only, and not from whoever holds a name beside it. */
const secureLoginCookie = `__Host-${loginCookie}`

/** A login lasts one evening and the morning after (ms). */
export const loginLasts = 16 * 60 * 60 * 1000

/** On a device of one's own, for who wants that (ms): the six evenings are weeks apart. */
export const loginKept = 30 * 24 * 60 * 60 * 1000

/** Gives the browser the token of a login that has started. */
export function setLoginCookie(
  response: Response,
  request: Request,
  { token, lasts }: { readonly token: string; readonly lasts: number },
): void {
  response.cookie(nameFor(request), token, { ...options(request), maxAge: lasts })
}

export function clearLoginCookie(response: Response, request: Request): void {
  response.clearCookie(nameFor(request), options(request))
}

/** The token of a request or an upgrade; `null` when it brings none. Over https the other name is not looked at (SAFE-2). */
export function tokenIn(request: IncomingMessage): string | null {
  const cookies = parseCookie(request.headers.cookie ?? '')
  return cookies[secureLoginCookie] || (!overHttps(request) && cookies[loginCookie]) || null
}

const nameFor = (request: Request): string => (overHttps(request) ? secureLoginCookie : loginCookie)

const options = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: overHttps(request),
  path: '/',
})

/** Believed from anybody, trusted proxy or not: who lies gets a cookie that only their own lie can use. */
export function overHttps({ headers }: IncomingMessage): boolean {
  const [said = ''] = [headers['x-forwarded-proto']].flat()
  return said.split(',')[0]?.trim() === 'https'
}
