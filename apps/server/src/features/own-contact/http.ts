import { ChangeAddress, ChangeContact, ConfirmAddress } from '@witboek/contract'
import { ok, realName, refuse, type Result } from '@witboek/domain'
import express, { type Request, type Response, type Router } from 'express'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { inOwnName } from './in-own-name.ts'
import { askAddress, confirmAddress } from './change-address.ts'

/** Correcting what is known of oneself (AVG article 16): the real name, the language of letters, and where those go. */
export function ownContact(hands: Hands): Router {
  const router = express.Router()
  router.post(
    '/api/account/contact',
    command(hands, ChangeContact, ({ realName: typed, language }, visitor) =>
      changeContact(hands, { typed, language }, visitor),
    ),
  )
  router.post(
    '/api/account/address',
    command(hands, ChangeAddress, ({ email }, visitor, request) => askAddress(hands, email, visitor, request)),
  )
  router.post('/login/address-change', express.urlencoded({ limit: '4kb' }), confirming(hands))
  return router
}

async function changeContact(
  hands: Hands,
  { typed, language }: { readonly typed: string; readonly language: 'nl' | 'en' },
  visitor: Visitor | null,
): Promise<Result<null>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const name = realName(typed)
  if (!name.ok) return name
  return inOwnName(hands, visitor, 'contact:change', async ({ contacts }, contact) => {
    await contacts.save({ ...contact, realName: name.value, language })
    return ok(null)
  })
}

/** The button on the page that the mail leads to; the page of the account says what came of it. */
const confirming = (hands: Hands) => async (request: Request, response: Response) => {
  const wish = ConfirmAddress.safeParse(request.body)
  const changed = wish.success
    ? await confirmAddress(hands, wish.data.token, await hands.visitors.of(request))
    : refuse({ code: 'link-not-valid' })
  response.redirect(303, changed.ok ? '/mijn?adres=veranderd' : `/mijn?adres=${changed.refusal.code}`)
}
