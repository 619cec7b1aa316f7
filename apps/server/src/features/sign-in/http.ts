import { AskLink, AskLinkForm, UseLink, type SignInAnswer } from '@witboek/contract'
import { ok } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { localPath } from '@witboek/contract'
import { arrive } from '../../login/arrive.ts'
import { hashOf } from '../../login/secrets.ts'
import { askLink } from './ask-link.ts'
import { tooMany } from './limits.ts'
import { noteFirstTime } from './note-first-time.ts'
import { oidcLogin } from './oidc-login.ts'
import { backToSignIn, onPage, signInPage, type Act } from './on-page.ts'

/** Signing in with a link by mail, or by the issuer of the town. Passkeys have a folder of their own. */
export function signIn(hands: Hands): Router {
  const { settings, mailer, visitors } = hands
  const router = express.Router()
  const form = express.urlencoded({ limit: '4kb' })
  router.get(
    '/api/sign-in',
    page(visitors, async () =>
      ok<SignInAnswer>({
        mail: mailer.kind !== 'none',
        oidc: settings.oidc && { name: settings.oidc.name },
        passkeys: true,
        example: settings.example,
      }),
    ),
  )
  router.post(
    '/api/sign-in/link',
    command(hands, AskLink, (wish, _visitor, request) => askLink(hands, wish, request)),
  )
  router.post('/login/link/ask', form, onPage(hands, askByForm(hands)))
  router.post('/login/link', form, onPage(hands, useLink(hands)))
  if (settings.oidc) router.use(oidcLogin(hands, settings.oidc))
  return router
}

/** The same without JavaScript. */
const askByForm =
  (hands: Hands): Act =>
  async (request, response) => {
    const wish = AskLinkForm.safeParse(request.body)
    if (!wish.success) return backToSignIn(request, response, { code: 'not-understood' })
    const next = localPath(wish.data.next)
    const asked = await askLink(hands, wish.data, request)
    if (!asked.ok) return backToSignIn(request, response, asked.refusal, next)
    response.redirect(303, signInPage({ gevraagd: 'ja' }, next))
  }

/**
 * The button on the page that the mail leads to: what opens a link to look at it sends no form, so only a person uses it up
 * (SIGN-1).
 */
const useLink =
  (hands: Hands): Act =>
  async (request, response) => {
    const { store, live, now } = hands
    const wait = await tooMany(live.attempts, 'links used', request)
    if (wait) return backToSignIn(request, response, wait.refusal)
    const wish = UseLink.safeParse(request.body)
    const ticket = wish.success ? await store.tickets.take(hashOf(wish.data.token), 'link', now()) : null
    const person = ticket?.person ? await store.people.find(ticket.person) : null
    if (!ticket || !person) return backToSignIn(request, response, { code: 'link-not-valid' })
    const { keep, next } = ticket.content
    await noteFirstTime(hands, person.id)
    await arrive(hands, { request, response }, person.id, { how: 'link', keep: keep === true })
    response.redirect(303, localPath(typeof next === 'string' ? next : undefined))
  }
