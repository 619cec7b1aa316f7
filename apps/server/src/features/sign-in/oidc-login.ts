import type { Instant } from '@witboek/domain'
import { parseCookie } from 'cookie'
import express, { type Request, type Router } from 'express'
import type { Hands } from '../../http/hands.ts'
import { localPath } from '@witboek/contract'
import { arrive } from '../../login/arrive.ts'
import { overHttps } from '../../login/login-cookie.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import type { OidcSettings } from '../../settings.ts'
import { Issuer, type IssuerVisit } from './issuer.ts'
import { knownAs } from './known-as.ts'
import { tooMany } from './limits.ts'
import { backToSignIn, onPage, type Act } from './on-page.ts'

/** So long (ms) somebody may take at the issuer. */
const visitLasts = 10 * 60_000

/**
 * By way of the issuer of the town. What came back counts for the visit that was begun, and in the browser that began it:
 * a cookie is its other half, so nobody is signed in as somebody else by following a link (SIGN-4).
 */
export function oidcLogin(hands: Hands, settings: OidcSettings): Router {
  const router = express.Router()
  const failed = hands.events.issuerFailed
  const issuer = new Issuer(settings, { back: `${hands.site}/login/oidc/return`, failed })
  router.get('/login/oidc', onPage(hands, begin(hands, issuer)))
  router.get('/login/oidc/return', onPage(hands, comeBack(hands, issuer)))
  return router
}

const begin =
  ({ store, live, now }: Hands, issuer: Issuer): Act =>
  async (request, response) => {
    const { next: wish } = request.query
    const next = localPath(typeof wish === 'string' && wish.length <= 500 ? wish : undefined)
    const wait = await tooMany(live.attempts, 'issuer asked', request)
    if (wait) return backToSignIn(request, response, wait.refusal, next)
    const [state, nonce, verifier, browser] = [newSecret(), newSecret(), newSecret(), newSecret()]
    const address = await issuer.addressFor({ state, nonce, verifier })
    if (address === null) return backToSignIn(request, response, { code: 'sign-in-failed' }, next)
    await store.tickets.endExpired(now())
    await store.tickets.issue({
      hash: hashOf(state),
      kind: 'oidc',
      person: null,
      content: { browser: hashOf(browser), nonce, verifier, next },
      expiresAt: (now() + visitLasts) as Instant,
    })
    response.cookie(cookieName(request), browser, { ...cookieOptions(request), maxAge: visitLasts })
    response.redirect(303, address)
  }

const comeBack =
  (hands: Hands, issuer: Issuer): Act =>
  async (request, response) => {
    const { store, events, now } = hands
    const { search, searchParams } = new URL(request.originalUrl, hands.site)
    const state = searchParams.get('state') ?? ''
    const ticket = await store.tickets.take(hashOf(state), 'oidc', now())
    const visit = ticket?.content as VisitKept | undefined
    const next = localPath(visit?.next)
    const failed = () => backToSignIn(request, response, { code: 'sign-in-failed' }, next)
    const browser = parseCookie(request.headers.cookie ?? '')[cookieName(request)]
    if (!visit || browser === undefined || hashOf(browser) !== visit.browser) {
      events.issuerFailed('not begun here')
      return failed()
    }
    response.clearCookie(cookieName(request), cookieOptions(request))
    const identity = await issuer.identityIn(search, { ...visit, state })
    if (!identity) return failed()
    const person = await knownAs(hands, identity)
    if (person === null) {
      events.issuerFailed('nobody here')
      return failed()
    }
    await arrive(hands, { request, response }, person, { how: 'oidc' })
    response.redirect(303, next)
  }

/** What the ticket of a visit keeps. */
interface VisitKept extends Omit<IssuerVisit, 'state'> {
  /** The hash of the cookie of the browser that began it. */
  readonly browser: string
  readonly next: string
}

/** Over https with a name that a neighbour under the same domain cannot set. */
const cookieName = (request: Request): string => (overHttps(request) ? '__Host-witboek-issuer' : 'witboek-issuer')

/** Lax: the issuer sends people back from another site. */
const cookieOptions = (request: Request) =>
  ({ httpOnly: true, sameSite: 'lax', secure: overHttps(request), path: '/' }) as const
