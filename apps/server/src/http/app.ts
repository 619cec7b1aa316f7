import { BookIdOnWire } from '@witboek/contract'
import type { BookId } from '@witboek/domain'
import express, { type Express, type Request, type RequestHandler } from 'express'
import { account } from '../features/account/http.ts'
import { authors } from '../features/authors/http.ts'
import { bookPage } from '../features/book-page/http.ts'
import { calendar } from '../features/calendar/http.ts'
import { erasure } from '../features/erasure/http.ts'
import { exampleLogin, seats } from '../features/example-seats/http.ts'
import { guests } from '../features/guests/http.ts'
import { home } from '../features/home/http.ts'
import { invitations } from '../features/invitations/http.ts'
import { meetingNotes } from '../features/meeting-notes/http.ts'
import { meetingActs } from '../features/meeting-acts/http.ts'
import { meetingMailWish } from '../features/meeting-mail/http.ts'
import { meetings } from '../features/meetings/http.ts'
import { minutes } from '../features/minutes/http.ts'
import { outboxPage } from '../features/outbox/http.ts'
import { ownContact } from '../features/own-contact/http.ts'
import { ownData } from '../features/own-data/http.ts'
import { parkedEdits } from '../features/parked-edit/http.ts'
import { passkeys } from '../features/passkeys/http.ts'
import { people } from '../features/people/http.ts'
import { polls } from '../features/polls/http.ts'
import { record } from '../features/record/http.ts'
import { reports } from '../features/reports/http.ts'
import { setUp } from '../features/set-up/http.ts'
import { signIn } from '../features/sign-in/http.ts'
import { theme } from '../features/theme/http.ts'
import { visit } from '../features/visit/http.ts'
import { chooseSeat } from '../login/choose-seat.ts'
import { logout } from '../login/logout.ts'
import { page } from './answers.ts'
import type { Hands } from './hands.ts'
import { nothingHere } from './nothing-here.ts'
import { pageRefusals } from './page-refusals.ts'
import { sameSiteOnly } from './same-site.ts'
import { securityTxt } from './security-txt.ts'
import { saysVisitorAddress } from './visitor-address.ts'
import { wentWrong } from './went-wrong.ts'

/** Express: the data of the pages, the logins, and the pages themselves. */
export function openApp(hands: Hands): Express {
  const { settings, store, live, open, visitors, origins, events, surprises, pages, now, outbox, site } = hands
  const app = express()
  app.set('trust proxy', settings.trustProxy)
  app.disable('x-powered-by')
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
  app.use(chooseSeat(hands))
  app.use(signIn(hands))
  app.use(account(hands), passkeys(hands), calendar(hands))
  app.use(ownData(hands), ownContact(hands), meetingMailWish(hands), erasure(hands))
  app.use(people(hands), setUp(hands))
  app.use(record(hands))
  if (settings.example) {
    app.get(
      '/api/example/seats',
      page(visitors, () => seats(store)),
    )
    app.use(exampleLogin(store, visitors, events))
  }
  if (outbox)
    app.get(
      '/api/example/outbox',
      page(visitors, async () => outboxPage(outbox, site)),
    )
  app.use(invitations(hands))
  app.use(meetings(hands), meetingNotes(hands), guests(hands), meetingActs(hands), polls(hands), reports(hands))
  app.use(minutes(hands))
  app.get('/.well-known/security.txt', securityTxt(settings, now))
  app.use(['/api', '/login', '/logout', '/.well-known'], nothingHere(app))

  if (pages) app.use(saysProtocol, saysVisitorAddress, pageRefusals, pages)
  app.use(nothingHere(app))
  app.use(wentWrong(surprises))
  return app
}

/** What is no id is the id of no book. */
const bookIn = (request: Request): BookId => BookIdOnWire.catch('' as BookId).parse(request.params['book'])

/** The pages' own check of form posts needs to know how the visitor really came; only Express knows whom to believe. */
const saysProtocol: RequestHandler = (request, _response, next) => {
  request.headers['x-forwarded-proto'] = request.protocol
  next()
}
