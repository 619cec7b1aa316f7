import type { OpenBooks } from '@witboek/book'
import { problemOf } from '@witboek/contract'
import type { BookId } from '@witboek/domain'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import express, { type Express, type Request, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Events } from '../events.ts'
import { authors } from '../features/authors/http.ts'
import { bookPage } from '../features/book-page/http.ts'
import { exampleLogin, seats } from '../features/example-seats/http.ts'
import { home } from '../features/home/http.ts'
import { parkedEdits } from '../features/parked-edit/http.ts'
import { theme } from '../features/theme/http.ts'
import { visit } from '../features/visit/http.ts'
import { logout } from '../login/logout.ts'
import type { Visitors } from '../login/visitors.ts'
import type { Settings } from '../settings.ts'
import type { Surprises } from '../surprises.ts'
import { newInstance, page, sendProblem } from './answers.ts'
import type { Origins } from './origin.ts'
import { wentWrong } from './went-wrong.ts'

interface Hands {
  readonly settings: Settings
  readonly store: Store
  readonly live: Live
  readonly open: OpenBooks
  readonly visitors: Visitors
  readonly origins: Origins
  readonly events: Events
  readonly surprises: Surprises
  /** The pages; `null` when they come from elsewhere. */
  readonly pages: RequestHandler | null
}

/** Express: the data of the pages, the logins, and the pages themselves. */
export function openApp(hands: Hands): Express {
  const { settings, store, live, open, visitors, origins, events, surprises, pages } = hands
  const app = express()
  app.set('trust proxy', settings.trustProxy)
  app.disable('x-powered-by')
  // The pages bring their own content security policy, with a fresh nonce each.
  app.use(
    helmet({
      contentSecurityPolicy: false,
      // Without a referrer a browser says the origin "null" on a form: our own forms would look like another site's.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: settings.publicOrigin?.startsWith('https:') ?? false,
    }),
  )
  app.use(sameSiteOnly(origins, events))

  app.get(
    '/api/visit',
    page(visitors, (_request, visitor) => visit(store, settings.example, visitor)),
  )
  app.get(
    '/api/home',
    page(visitors, () => home(store, live)),
  )
  app.get(
    '/api/themes/:slug',
    page(visitors, (request, visitor) => theme(store, live, String(request.params['slug']), visitor?.actor ?? null)),
  )
  app.get(
    '/api/themes/:slug/books/:kind',
    page(visitors, (request, visitor) =>
      bookPage(store, open, String(request.params['slug']), String(request.params['kind']), visitor?.actor ?? null),
    ),
  )
  app.get(
    '/api/books/:book/parked',
    page(visitors, (request, visitor) => parkedEdits(store, bookIn(request), visitor?.actor ?? null)),
  )
  app.get(
    '/api/books/:book/authors',
    page(visitors, (request, visitor) => authors(store, bookIn(request), visitor?.actor ?? null)),
  )
  app.use(logout(visitors, events))
  if (settings.example) {
    app.get(
      '/api/example/seats',
      page(visitors, () => seats(store)),
    )
    app.use(exampleLogin(store, visitors, events))
  }
  app.use(['/api', '/login'], (_request, response) => sendProblem(response, problemOf('not-found', newInstance())))

  if (pages) app.use(saysProtocol, pages)
  app.use(wentWrong(surprises))
  return app
}

/** What is no id is the id of no book. */
const bookIn = (request: Request): BookId => String(request.params['book']) as BookId

/** Whatever changes something comes from our own pages (a cookie alone would prove nothing). */
const sameSiteOnly =
  (origins: Origins, events: Events): RequestHandler =>
  (request, response, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || origins.allows(request)) return next()
    events.originRefused(request.headers.origin ?? '')
    sendProblem(response, problemOf('foreign-origin', newInstance()))
  }

/** The pages' own check of form posts needs to know how the visitor really came; only Express knows whom to believe. */
const saysProtocol: RequestHandler = (request, _response, next) => {
  request.headers['x-forwarded-proto'] = request.protocol
  next()
}
