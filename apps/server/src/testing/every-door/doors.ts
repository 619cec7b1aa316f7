import { sport, sportBook } from '../the-example.ts'
import type { Ask } from './answers.ts'
import { meetingDoors, meetingMessageDoors } from './meeting-doors.ts'
import { closedMeeting, oldInvitation, oldParked, openMeeting } from './walkers.ts'
import {
  everybody,
  from,
  inEveryPhase,
  leadsMeetings,
  open,
  type Open,
  ordersGreen,
  plansMeetings,
  readsGreen,
  readsMeetings,
  readsMinutes,
  readsSomeMeetings,
  showsMeetings,
  whoeverHasASeat,
  whoeverHasSignedIn,
} from './who.ts'

/** One door: how it is knocked at without changing anything, and who gets in. */
interface Door {
  readonly for: Open
  readonly ask: Ask
}

const book = sportBook.book.id
const section = 'walk-nowhere'
/** A plan without a title is none. */
const noPlan = { kind: 'other', title: '', place: '', remoteLink: '', startsAt: 1, endsAt: 2 }
const atMeeting = { meeting: closedMeeting, persons: ['walk-nowhere'] }
const credential = { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} }

const clerk = { role: 'clerk', theme: null }
const unnamed = { realName: '', name: '', email: 'niemand@voorbeeld.example', language: 'nl', ...clerk }
const emptyDialogue = { title: '', municipality: '', fiscalYear: 2027, rate: 10, assignment: [], themes: [] }
const givesSeats = open([inEveryPhase.slice(0, -1), 'lead', 'administrator'])
const endsSeats = open([inEveryPhase, 'lead', 'administrator'])
const readsTheRecord = open([inEveryPhase, 'auditor'])

const settlesReports = open([inEveryPhase.slice(0, -1), 'lead'])

const readsInvitations = open([inEveryPhase, 'lead', 'administrator', 'auditor', 'chef@own'])
const invites = open([inEveryPhase.slice(0, -1), 'lead', 'administrator'], [from('recruiting', 'network'), 'chef@own'])
const asExpert = { theme: sport.id, role: 'expert' }
const nobodyToInvite = { ...asExpert, rows: [{ name: '', email: 'x', language: 'nl' }], letter: { nl: '', en: '' } }

const data = (path: string, who: Open): Door => ({ for: who, ask: { path } })
const command = (path: string, body: unknown, who: Open): Door => ({ for: who, ask: { path, body } })
const form = (path: string, fields: Readonly<Record<string, string>>, who: Open): Door => ({
  for: who,
  ask: { path, form: fields },
})

/** Every door over HTTP, by method and path as Express has it (RIGHTS-1). A door that is not here fails the spec. */
export const httpDoors: Readonly<Record<string, Door>> = {
  'GET /.well-known/security.txt': data('/.well-known/security.txt', everybody),
  'GET /api/visit': data('/api/visit', everybody),
  'GET /api/home': data('/api/home', everybody),
  'GET /api/themes/:slug': data(`/api/themes/${sport.slug}`, everybody),
  'GET /api/themes/:slug/books/:kind': data(`/api/themes/${sport.slug}/books/green`, readsGreen),
  'GET /api/books/:book/parked': data(`/api/books/${book}/parked`, readsGreen),
  'GET /api/books/:book/authors': data(`/api/books/${book}/authors`, readsGreen),

  'GET /api/example/seats': data('/api/example/seats', everybody),
  'GET /api/example/mailbox': data('/api/example/mailbox', everybody),
  'POST /login/example': form('/login/example', { person: 'nobody' }, everybody),
  'POST /logout': form('/logout', {}, open([inEveryPhase, 'nobody'])),
  'POST /login/seat': form('/login/seat', { seat: '98' }, everybody),

  'GET /api/sign-in': data('/api/sign-in', everybody),
  'POST /api/sign-in/link': command('/api/sign-in/link', { email: 'iemand@voorbeeld.example', keep: false }, everybody),
  'POST /login/link/ask': form('/login/link/ask', { email: 'iemand@voorbeeld.example' }, everybody),
  'POST /login/link': form('/login/link', { token: 'x' }, everybody),
  'GET /login/oidc': data('/login/oidc', everybody),
  'GET /login/oidc/return': data('/login/oidc/return', everybody),

  'GET /api/themes/:slug/meetings': data(`/api/themes/${sport.slug}/meetings`, readsMeetings),
  'GET /api/meetings': data('/api/meetings', readsSomeMeetings),
  'GET /api/meetings/:meeting': data(`/api/meetings/${openMeeting}`, readsMeetings),
  'GET /api/meetings/:meeting/calendar.ics': data(`/api/meetings/${openMeeting}/calendar.ics`, readsMeetings),
  'GET /api/meetings/:meeting/minutes': data(`/api/meetings/${closedMeeting}/minutes`, readsMinutes),
  'GET /api/meetings/:meeting/minutes.pdf': data(`/api/meetings/${closedMeeting}/minutes.pdf`, readsMinutes),
  'GET /api/meetings/:meeting/minutes.odt': data(`/api/meetings/${closedMeeting}/minutes.odt`, readsMinutes),
  'GET /api/meetings/:meeting/parity': data(`/api/meetings/${closedMeeting}/parity`, readsMinutes),
  'GET /api/meetings/:meeting/notes': data(`/api/meetings/${openMeeting}/notes`, readsMeetings),
  'POST /api/meetings/:meeting/notes': command(
    `/api/meetings/${openMeeting}/notes`,
    { text: '', version: 9 },
    readsMeetings,
  ),
  'GET /api/reports': data('/api/reports', settlesReports),
  'GET /api/screens/:meeting': data(`/api/screens/${closedMeeting}`, showsMeetings),
  'POST /api/meetings/plan': command('/api/meetings/plan', { theme: sport.id, ...noPlan }, plansMeetings),
  'POST /api/meetings/change': command('/api/meetings/change', { meeting: closedMeeting, ...noPlan }, plansMeetings),
  'POST /api/meetings/publish': command('/api/meetings/publish', { meeting: closedMeeting }, plansMeetings),
  'POST /api/meetings/cancel': command('/api/meetings/cancel', { meeting: closedMeeting, reason: 'x' }, plansMeetings),
  'POST /api/meetings/open': command('/api/meetings/open', { meeting: closedMeeting }, leadsMeetings),
  'POST /api/meetings/close': command('/api/meetings/close', { meeting: closedMeeting }, leadsMeetings),
  'POST /api/meetings/pause': command('/api/meetings/pause', { meeting: closedMeeting }, leadsMeetings),
  'POST /api/meetings/resume': command('/api/meetings/resume', { meeting: closedMeeting }, leadsMeetings),
  'POST /api/meetings/minute': command('/api/meetings/minute', { meeting: openMeeting }, leadsMeetings),
  'POST /api/meetings/confirm': command(
    '/api/meetings/confirm',
    { meeting: openMeeting, at: closedMeeting },
    leadsMeetings,
  ),
  'GET /api/meetings/:meeting/now': data(`/api/meetings/${openMeeting}/now`, readsMeetings),
  ...meetingDoors,

  'GET /api/join/:code': data('/api/join/x', everybody),
  'GET /api/lobby': data('/api/lobby', whoeverHasSignedIn),
  'POST /login/join': form('/login/join', { code: 'x' }, everybody),
  'POST /login/guest-address': form('/login/guest-address', { token: 'x' }, everybody),
  'POST /api/guests/admit': command('/api/guests/admit', atMeeting, leadsMeetings),
  'POST /api/guests/refuse': command('/api/guests/refuse', atMeeting, leadsMeetings),
  'POST /api/guests/write': command('/api/guests/write', { ...atMeeting, writes: true }, leadsMeetings),
  'POST /api/guests/remove': command('/api/guests/remove', atMeeting, leadsMeetings),

  'GET /api/account': data('/api/account', whoeverHasSignedIn),
  'POST /api/account/name': command('/api/account/name', { name: '' }, whoeverHasSignedIn),
  'POST /api/account/devices/end': command('/api/account/devices/end', { login: 'nowhere' }, whoeverHasSignedIn),
  'POST /api/account/devices/end-all': command('/api/account/devices/end-all', { alsoHere: false }, whoeverHasSignedIn),
  'POST /api/account/passkeys/begin': command('/api/account/passkeys/begin', {}, whoeverHasSignedIn),
  'POST /api/account/passkeys': command('/api/account/passkeys', { credential, name: 'x' }, whoeverHasSignedIn),
  'POST /api/account/passkeys/remove': command('/api/account/passkeys/remove', { id: 'x' }, whoeverHasSignedIn),
  'GET /api/calendar/:key.ics': data('/api/calendar/x.ics', everybody),
  'POST /api/account/calendar': command('/api/account/calendar', {}, whoeverHasSignedIn),
  'POST /api/account/calendar/end': command('/api/account/calendar/end', {}, whoeverHasSignedIn),
  'GET /api/account/data.json': data('/api/account/data.json', whoeverHasSignedIn),
  'GET /api/account/data.odt': data('/api/account/data.odt', whoeverHasSignedIn),
  'POST /api/account/contact': command('/api/account/contact', { realName: '', language: 'nl' }, whoeverHasSignedIn),
  'POST /api/account/meeting-mail': command('/api/account/meeting-mail', { wanted: true }, whoeverHasSignedIn),
  'POST /api/account/address': command('/api/account/address', { email: 'x@voorbeeld.example' }, whoeverHasSignedIn),
  'POST /login/address-change': form('/login/address-change', { token: 'x' }, everybody),
  'POST /api/account/erase': command('/api/account/erase', { confirm: '', keepName: false }, whoeverHasSignedIn),
  'POST /api/people/erase': command(
    '/api/people/erase',
    { person: 'walk-nowhere', keepName: false },
    open([inEveryPhase, 'administrator']),
  ),
  'GET /api/privacy': data('/api/privacy', everybody),
  'GET /api/people': data('/api/people', open([inEveryPhase, 'lead', 'administrator', 'auditor'])),
  'POST /api/people/add': command('/api/people/add', unnamed, givesSeats),
  'POST /api/people/give-seat': command('/api/people/give-seat', { person: 'walk-nowhere', ...clerk }, givesSeats),
  'POST /api/people/end-seat': command('/api/people/end-seat', { person: 'walk-nowhere', ...clerk }, endsSeats),
  'POST /api/people/remove': command('/api/people/remove', { person: 'walk-nowhere' }, endsSeats),
  'GET /api/record': data('/api/record', readsTheRecord),
  'GET /api/record/check': data('/api/record/check', readsTheRecord),
  'GET /api/record/export.jsonl': data('/api/record/export.jsonl', readsTheRecord),
  'GET /api/record/export.csv': data('/api/record/export.csv', readsTheRecord),
  'POST /api/set-up': command('/api/set-up', emptyDialogue, open([inEveryPhase, 'administrator'])),

  'GET /api/invitations': data(`/api/invitations?theme=${sport.slug}`, readsInvitations),
  'GET /api/invitations/by-token/:token': data('/api/invitations/by-token/x', everybody),
  'POST /api/invitations/preview': command('/api/invitations/preview', { ...asExpert, text: '' }, invites),
  'POST /api/invitations': command('/api/invitations', nobodyToInvite, invites),
  'POST /api/invitations/resend': command('/api/invitations/resend', { invitation: oldInvitation }, invites),
  'POST /api/invitations/withdraw': command('/api/invitations/withdraw', { invitation: oldInvitation }, invites),
  'POST /api/invitations/bounced': command('/api/invitations/bounced', { invitation: oldInvitation }, invites),
  'POST /api/invitations/address': command(
    '/api/invitations/address',
    { invitation: oldInvitation, email: 'iemand@voorbeeld.example' },
    invites,
  ),
  'POST /login/invitation': form('/login/invitation', { answer: 'decline', token: 'x'.repeat(43) }, everybody),

  'POST /login/passkey/begin': command('/login/passkey/begin', {}, everybody),
  'POST /login/passkey': command('/login/passkey', { credential, keep: false }, everybody),
}

interface Message {
  readonly for: Open
  readonly message: unknown
}

const message = (content: unknown, who: Open): Message => ({ for: who, message: content })
const wish = { reason: '', until: null }

/** Every message over Socket.IO. */
export const socketDoors: Readonly<Record<string, Message>> = {
  'presence:enter': message({ book }, readsGreen),
  'presence:move': message({ section: null }, whoeverHasASeat),
  'lobby:watch': message({ meeting: closedMeeting }, leadsMeetings),
  ...meetingMessageDoors,

  'section:add': message({ book, heading: '', after: null }, ordersGreen),
  'section:rename': message({ book, section, heading: 'x' }, ordersGreen),
  'section:move': message({ book, section, after: null }, ordersGreen),
  'section:remove': message({ book, section }, ordersGreen),
  'section:restore': message({ book, section }, ordersGreen),
  'section:lock': message({ book, section, ...wish }, ordersGreen),
  'section:unlock': message({ book, section }, ordersGreen),
  'section:focus': message({ book, section, ...wish }, ordersGreen),
  'book:freeze': message({ book, reason: '', until: 1 }, ordersGreen),
  'book:unfreeze': message({ book }, ordersGreen),
  'remark:place': message({ book, section, text: 'x' }, ordersGreen),
  'remark:remove': message({ book, section, remark: 'x' }, ordersGreen),

  'edit:park': message(
    {
      book,
      section,
      id: 'walk-parked-anew',
      code: 'section-locked',
      pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: 'x' }] }] }],
    },
    readsGreen,
  ),
  // Words of somebody else are words that are not there; that they are not shown is for the specs of parking.
  'edit:hand-over': message({ book, id: oldParked }, readsGreen),
  'edit:withdraw': message({ book, id: oldParked }, readsGreen),
  'edit:admit': message({ book, id: oldParked }, ordersGreen),
  'edit:give-back': message({ book, id: oldParked }, ordersGreen),

  'seat:end': message({ person: 'walk-nowhere', theme: sport.id }, endsSeats),
  'phase:reach': message({ phase: 'preparing' }, open([inEveryPhase, 'lead', 'clerk'])),
  'remarks:allow': message({ allowed: true }, open([inEveryPhase.slice(0, -1), 'lead'])),
}
