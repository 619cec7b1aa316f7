import express, { type Express, type RequestHandler } from 'express'
import { account } from '../features/account/http.ts'
import { authors } from '../features/authors/http.ts'
import { bookPage } from '../features/book-page/http.ts'
import { calendar } from '../features/calendar/http.ts'
import { erasure } from '../features/erasure/http.ts'
import { exampleSeats } from '../features/example-seats/http.ts'
import { guests } from '../features/guests/http.ts'
import { home } from '../features/home/http.ts'
import { invitations } from '../features/invitations/http.ts'
import { mailbox } from '../features/mailbox/http.ts'
import { meetingNotes } from '../features/meeting-notes/http.ts'
import { meetingActs } from '../features/meeting-acts/http.ts'
import { meetingMailWish } from '../features/meeting-mail/http.ts'
import { meetings } from '../features/meetings/http.ts'
import { minutes } from '../features/minutes/http.ts'
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
import type { Hands } from './hands.ts'
import { nothingHere, saysNoMethods } from './nothing-here.ts'
import { pageRefusals } from './page-refusals.ts'
import { sameSiteOnly } from './same-site.ts'
import { securityTxt } from './security-txt.ts'
import { saysVisitorAddress } from './visitor-address.ts'
import { wentWrong } from './went-wrong.ts'

/** Where no pages are. */
const dataPaths = ['/api', '/login', '/logout', '/.well-known']

/** Express: the data of the pages, the logins, and the pages themselves. */
export function openApp(hands: Hands): Express {
  const { settings, origins, events, surprises, pages, now } = hands
  const app = express()
  app.set('trust proxy', settings.trustProxy)
  app.disable('x-powered-by')
  app.use(sameSiteOnly(origins, events))
  app.use(dataPaths, saysNoMethods(app))

  app.use(visit(hands), home(hands), theme(hands))
  app.use(bookPage(hands), parkedEdits(hands), authors(hands))
  app.use(signIn(hands), logout(hands), chooseSeat(hands), passkeys(hands))
  app.use(account(hands), calendar(hands), meetingMailWish(hands))
  app.use(ownData(hands), ownContact(hands), erasure(hands))
  app.use(people(hands), setUp(hands), invitations(hands), record(hands))
  app.use(meetings(hands), meetingNotes(hands), guests(hands), meetingActs(hands), polls(hands))
  app.use(reports(hands), minutes(hands))
  app.use(exampleSeats(hands), mailbox(hands))
  app.get('/.well-known/security.txt', securityTxt(settings, now))
  app.use(dataPaths, nothingHere(app))

  if (pages) app.use(saysProtocol, saysVisitorAddress, pageRefusals, pages)
  app.use(nothingHere(app))
  app.use(wentWrong(surprises))
  return app
}

/** The pages' own check of form posts needs to know how the visitor really came; only Express knows whom to believe. */
const saysProtocol: RequestHandler = (request, _response, next) => {
  request.headers['x-forwarded-proto'] = request.protocol
  next()
}
