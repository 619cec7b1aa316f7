import type { AskLink } from '@witboek/contract'
import { mailAddress, ok, refuse, type Result } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { Request } from 'express'
import type { z } from 'zod'
import { newInstance } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { linkMail, senderOf } from '../../mail/link-mail.ts'
import { localPath } from '@witboek/contract'
import { keepLink } from './keep-link.ts'
import { tooMany } from './limits.ts'

type Wish = z.output<typeof AskLink>

/**
 * Somebody asks for a link by mail. Whether the address is known is looked at only after the answer, so that neither its
 * words nor its time can say so (SIGN-2).
 */
export async function askLink(hands: Hands, wish: Wish, request: Request): Promise<Result<null>> {
  if (hands.mailer.kind === 'none') return refuse({ code: 'mail-away' })
  const wait = await tooMany(hands.live.attempts, 'links asked', request)
  if (wait) return wait
  request.res?.once('close', () => {
    sendLink(hands, wish).catch((cause: unknown) => void hands.surprises.problem(cause, newInstance()))
  })
  return ok(null)
}

/** More for one address (per quarter of an hour) would be a nuisance to whoever reads its mail; nobody is told. */
const linksPerAddress = { max: 5, within: 15 * 60_000 }

async function sendLink(hands: Hands, { email, keep, next }: Wish): Promise<void> {
  const { store, live, mailer, events, site, now } = hands
  const address = mailAddress(email)
  if ((await live.attempts.take(`link to ${address}`, linksPerAddress)) > 0) return
  const contact = await store.contacts.byEmail(address)
  const link = contact && { person: contact.person, keep, next: localPath(next) }
  const token = await keepLink(store, link, now())
  const from = await senderOf(hands)
  if (!contact) return
  events.linkMade(contact.person)
  const { language, realName } = contact
  const words = textsIn(language).signIn.mail
  const url = `${site}/aanmelden/${token}`
  await mailer.send(linkMail(words, words.greeting(realName), { to: address, language, url, from }))
}
