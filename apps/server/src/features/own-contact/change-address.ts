import { mailAddress, ok, refuse, type Contact, type Instant, type Result } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { Request } from 'express'
import { newInstance } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import type { Visitor } from '../../login/visitors.ts'
import { linkMail, senderOf } from '../../mail/link-mail.ts'
import { inOwnName } from './in-own-name.ts'
import { oldAddressLetter } from './old-address-letter.ts'

const kind = 'address-change'

/** So long (ms) its link is good. */
const linkLasts = 24 * 60 * 60_000

/** Of one account, and to one address: more would be a nuisance to whoever reads that mail. */
const perAccount = { max: 5, within: 60 * 60_000 }
const perAddress = { max: 5, within: 60 * 60_000 }

/**
 * A new address counts once somebody has shown that they read its mail (PRIVACY-6). Whether it is somebody else's already is
 * looked at after the answer, as with a link to sign in.
 */
export async function askAddress(
  hands: Hands,
  email: string,
  visitor: Visitor | null,
  request: Request,
): Promise<Result<null>> {
  const { store, live, mailer, surprises } = hands
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const contact = await store.contacts.of(visitor.person.id)
  if (!contact) return refuse({ code: 'person-not-found' })
  if (mailer.kind === 'none') return refuse({ code: 'mail-away' })
  const wait = await live.attempts.take(`address of ${contact.person}`, perAccount)
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
  request.res?.once('close', () => {
    sendLink(hands, contact, mailAddress(email)).catch((cause: unknown) => void surprises.problem(cause, newInstance()))
  })
  return ok(null)
}

async function sendLink(hands: Hands, contact: Contact, email: string): Promise<void> {
  const { store, live, mailer, site, now } = hands
  if ((await live.attempts.take(`address to ${email}`, perAddress)) > 0) return
  if (await store.contacts.byEmail(email)) return
  const token = newSecret()
  await store.together(async ({ tickets }) => {
    await tickets.endOf(contact.person, kind)
    const expiresAt = (now() + linkLasts) as Instant
    await tickets.issue({ hash: hashOf(token), kind, person: contact.person, content: { email }, expiresAt })
  })
  const { language, realName } = contact
  const words = textsIn(language).ownContact.mail
  const url = `${site}/mijn/adres/${token}`
  const from = await senderOf(hands)
  await mailer.send(linkMail(words, words.greeting(realName), { to: email, language, url, from }))
}

/**
 * Only for whoever is signed in as the person that asked: an address that was typed wrong is somebody else's, who would
 * otherwise come in by it. The old address is told.
 */
export async function confirmAddress(hands: Hands, token: string, visitor: Visitor | null): Promise<Result<null>> {
  const { store, mailer, now } = hands
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const before = await store.contacts.of(visitor.person.id)
  const changed = await inOwnName(hands, visitor, 'address:change', async ({ tickets, contacts }, contact) => {
    const ticket = await tickets.take(hashOf(token), kind, now())
    const email = ticket?.content['email']
    if (ticket?.person !== visitor.person.id || typeof email !== 'string') return refuse({ code: 'link-not-valid' })
    if (!(await contacts.save({ ...contact, email }))) return refuse({ code: 'address-known' })
    // What was sent to the old address signs nobody in any more.
    await tickets.endOf(contact.person, 'link')
    return ok(null)
  })
  if (changed.ok && before?.email && mailer.kind !== 'none')
    void mailer.send(oldAddressLetter({ ...before, email: before.email }, await senderOf(hands)))
  return changed
}
