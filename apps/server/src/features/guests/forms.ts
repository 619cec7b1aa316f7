import { GuestAddressForm, JoinForm, problemOf, type ProblemCode } from '@witboek/contract'
import { ok, type Refusal } from '@witboek/domain'
import type { Request, RequestHandler, Response } from 'express'
import { newInstance, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { visitorAddress } from '../../http/visitor-address.ts'
import { arrive } from '../../login/arrive.ts'
import { tooMany } from '../sign-in/limits.ts'
import { askToConfirm } from './address-mail.ts'
import { confirmAddress } from './confirm-address.ts'
import { askToJoin } from './join.ts'
import { readInHall } from './read-in-hall.ts'

const lobbyPage = '/wachtkamer'

/** Who has typed a code says who they are, and comes into the lobby: under a login of their own, if they had none. */
export const joinByForm = (hands: Hands): RequestHandler =>
  onPage(
    hands,
    ({ code, room }) => `/meedoen/${inPath(code, 40)}${room ? `?zaal=${inPath(room, 20)}` : ''}`,
    async (request, response) => {
      const form = JoinForm.safeParse(request.body)
      if (!form.success) return no('not-understood')
      const address = visitorAddress(request)
      const joined = await askToJoin(hands, form.data, address, await hands.visitors.of(request))
      if (!joined.ok) return joined
      const { language, room } = form.data
      if (joined.value.kind === 'takes-part')
        return ok(withQuery(`/bijeenkomst/${joined.value.meeting}`, { zaal: room || null }))
      const { person, meeting, isNew, email } = joined.value
      if (isNew) await arrive(hands, { request, response }, person.id, { how: 'guest' })
      const zaal = await readInHall(hands, meeting, person.id, { room, address })
      if (email === null) return ok(withQuery(lobbyPage, { zaal }))
      // Nobody in the hall waits for the mail to be on its way.
      askToConfirm(hands, { person: person.id, email, language }, meeting, address).catch((cause: unknown) => {
        hands.surprises.problem(cause, newInstance())
      })
      return ok(withQuery(lobbyPage, { mail: 'verstuurd', zaal }))
    },
  )

/** Whoever opens a link to look at it sends no form, so only a person uses it up. */
export const confirmByForm = (hands: Hands): RequestHandler =>
  onPage(
    hands,
    ({ token }) => `/meedoen/adres/${inPath(token, 100)}`,
    async (request, response) => {
      const form = GuestAddressForm.safeParse(request.body)
      if (!form.success) return no('not-understood')
      // Each try takes the turn in which seats are decided about.
      const wait = await tooMany(hands.live.attempts, 'guest addresses confirmed', request)
      if (wait) return wait
      const confirmed = await confirmAddress(hands, form.data.token, await hands.visitors.of(request))
      if (!confirmed.ok) return confirmed
      const { person, seat, outcome, isHere } = confirmed.value
      if (!isHere) await arrive(hands, { request, response }, person, { how: 'link', seat })
      return ok(`${lobbyPage}?adres=${outcome === 'known' ? 'bekend' : 'bevestigd'}`)
    },
  )

/** Answers the page to go on to. */
type Act = (
  request: Request,
  response: Response,
) => Promise<
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: Refusal | { readonly code: ProblemCode } }
>

/**
 * A form that a person sends, with or without JavaScript: when it is refused, or something goes wrong, they come back to
 * its page, which says why. A program gets the problem.
 */
function onPage(
  { surprises }: Pick<Hands, 'surprises'>,
  pageOf: (form: Readonly<Record<string, unknown>>) => string,
  act: Act,
): RequestHandler {
  return async (request, response) => {
    const instance = newInstance()
    const done = await act(request, response).catch((cause: unknown) => {
      surprises.problem(cause, instance)
      return no('surprise')
    })
    if (done.ok) return response.redirect(303, done.value)
    const { code, ...details } = done.refusal
    if (request.accepts(['html', 'json', 'application/problem+json']) !== 'html')
      return sendProblem(response, problemOf(code, instance, details))
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>
    response.redirect(303, withQuery(pageOf(form), { probleem: code }))
  }
}

const no = (code: ProblemCode) => ({ ok: false, refusal: { code } }) as const

/** An address with these in its query; what is `null` is not in it. */
function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const words = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return words.length > 0 ? `${path}${path.includes('?') ? '&' : '?'}${words.join('&')}` : path
}

/** A field of a form as a part of the address of its page; half a character, where it was cut, cannot be written in one. */
const inPath = (field: unknown, max: number): string =>
  encodeURIComponent(typeof field === 'string' ? field.slice(0, max).toWellFormed() : '')
