import {
  AnswerInvitation,
  ChangeInvitation,
  CorrectAddress,
  InvitationToken,
  PreviewInvitations,
  problemOf,
  SendInvitations,
  type ProblemCode,
} from '@witboek/contract'
import { refuse, type Actor, type Result } from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import express, { type Request, type Response, type Router } from 'express'
import type { z } from 'zod'
import { newInstance, page, sendProblem } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { localPath } from '@witboek/contract'
import { visitorAddress } from '../../http/visitor-address.ts'
import { arrive } from '../../login/arrive.ts'
import type { Visitor } from '../../login/visitors.ts'
import { acceptInvitation, declineInvitation } from './answer-invitation.ts'
import { changeInvitation, type InvitationWish } from './change-invitation.ts'
import { listInvitations } from './list-invitations.ts'
import { lookAtInvitation } from './look-at-invitation.ts'
import { previewInvitations, sendInvitations } from './send-invitations.ts'

/** A list may take a while to make right; more than this (in ten minutes) is no person. */
const previews: AttemptLimit = { max: 120, within: 10 * 60_000 }
const sendings: AttemptLimit = { max: 20, within: 10 * 60_000 }
/** Per address on the network: a whole hall may answer from one. */
const answers: AttemptLimit = { max: 600, within: 10 * 60_000 }

/** As long as a list may be, with what JSON adds to it. */
const listLimit = '512kb'

/** Inviting people, and what they answer. */
export function invitations(hands: Hands): Router {
  const { visitors } = hands
  const router = express.Router()
  router.get(
    '/api/invitations',
    page(visitors, ({ query }, visitor) => listInvitations(hands, String(query['theme']), visitor?.actor ?? null)),
  )
  router.get(
    '/api/invitations/by-token/:token',
    page(visitors, (request) => lookAtInvitation(hands, String(request.params['token']), visitorAddress(request))),
  )
  router.post(
    '/api/invitations/preview',
    command(hands, PreviewInvitations, at(hands, 'lists looked at', previews, previewInvitations), {
      limit: listLimit,
    }),
  )
  router.post(
    '/api/invitations',
    command(hands, SendInvitations, at(hands, 'lists sent', sendings, sendInvitations), { limit: listLimit }),
  )
  for (const [path, act] of [
    ['resend', 'resend'],
    ['withdraw', 'withdraw'],
    ['bounced', 'bounce'],
  ] as const)
    router.post(
      `/api/invitations/${path}`,
      command(hands, ChangeInvitation, (wish, visitor) => changes(hands, { act, ...wish }, visitor)),
    )
  router.post(
    '/api/invitations/address',
    command(hands, CorrectAddress, (wish, visitor) => changes(hands, { act: 'correct', ...wish }, visitor)),
  )
  router.post('/login/invitation', express.urlencoded({ limit: '8kb' }), (request, response, next) => {
    answer(hands, request, response).catch(next)
  })
  return router
}

/** An act of somebody who sits somewhere, so often and not more; others are asked to sign in. */
const at =
  <Wish, Value>(
    hands: Hands,
    what: string,
    limit: AttemptLimit,
    act: (hands: Hands, wish: Wish, actor: Actor) => Promise<Result<Value>>,
  ) =>
  async (wish: Wish, visitor: Visitor | null): Promise<Result<Value>> => {
    if (!visitor?.actor) return refuse({ code: 'not-signed-in' })
    const wait = await hands.live.attempts.take(`${what} by ${visitor.person.id}`, limit)
    if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
    return act(hands, wish, visitor.actor)
  }

const changes = async (hands: Hands, wish: InvitationWish, visitor: Visitor | null): Promise<Result<null>> =>
  visitor?.actor ? changeInvitation(hands, wish, visitor.actor) : refuse({ code: 'not-signed-in' })

/** The form on the page that a letter leads to; it works without JavaScript. */
async function answer(hands: Hands, request: Request, response: Response): Promise<void> {
  const wish = AnswerInvitation.safeParse(request.body)
  const wait = await hands.live.attempts.take(`letters answered from ${visitorAddress(request)}`, answers)
  if (wait > 0) return back(request, response, { code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
  if (!wish.success) return back(request, response, { code: 'not-understood' })
  return wish.data.answer === 'accept'
    ? accept(hands, wish.data, request, response)
    : decline(hands, wish.data, request, response)
}

type Answer<Kind> = Extract<z.output<typeof AnswerInvitation>, { answer: Kind }>

async function accept(hands: Hands, wish: Answer<'accept'>, request: Request, response: Response): Promise<void> {
  const accepted = await acceptInvitation(hands, wish)
  if (!accepted.ok) return back(request, response, accepted.refusal)
  const { person, seat, theme } = accepted.value
  await arrive(hands, { request, response }, person, { how: 'invitation', seat, keep: wish.keep === 'on' })
  response.redirect(303, wish.next === undefined ? (theme ? `/thema/${theme.slug}` : '/') : localPath(wish.next))
}

async function decline(hands: Hands, wish: Answer<'decline'>, request: Request, response: Response): Promise<void> {
  const declined = await declineInvitation(hands, wish)
  if (!declined.ok) return back(request, response, declined.refusal)
  response.redirect(303, pageOf(wish.token))
}

/** It did not happen: a person comes back to the page of the letter, which says why; a program gets the problem. */
function back(
  request: Request,
  response: Response,
  { code, ...details }: { readonly code: ProblemCode; readonly [detail: string]: unknown },
): void {
  const token = InvitationToken.safeParse((request.body as Record<string, unknown> | undefined)?.['token'])
  const wantsPage = request.accepts(['html', 'json', 'application/problem+json']) === 'html'
  if (!wantsPage || !token.success) return sendProblem(response, problemOf(code, newInstance(), details))
  response.redirect(303, `${pageOf(token.data)}?probleem=${code}`)
}

const pageOf = (token: string): string => `/uitnodiging/${token}`
