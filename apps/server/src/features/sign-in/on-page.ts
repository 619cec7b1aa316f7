import { problemOf, type ProblemCode } from '@witboek/contract'
import type { Request, RequestHandler, Response } from 'express'
import { newInstance, sendProblem } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'

export type Act = (request: Request, response: Response) => Promise<void>

/** What goes wrong on the way ends on the page too, and in the log. */
export const onPage =
  ({ surprises }: Pick<Hands, 'surprises'>, act: Act): RequestHandler =>
  async (request, response) => {
    try {
      await act(request, response)
    } catch (cause) {
      surprises.problem(cause, newInstance())
      backToSignIn(request, response, { code: 'surprise' })
    }
  }

/**
 * What a form was sent for did not happen: a person comes back to the page for signing in, which says why; a program gets
 * the problem. `next`: where they wanted to go.
 */
export function backToSignIn(
  request: Request,
  response: Response,
  { code, ...details }: { readonly code: ProblemCode; readonly [detail: string]: unknown },
  next = '/',
): void {
  if (request.accepts(['html', 'json', 'application/problem+json']) !== 'html')
    return sendProblem(response, problemOf(code, newInstance(), details))
  response.redirect(303, signInPage({ probleem: code }, next))
}

export function signInPage(said: Readonly<Record<string, string>>, next: string): string {
  const query = new URLSearchParams({ ...said, ...(next === '/' ? {} : { naar: next }) })
  return `/aanmelden?${query.toString()}`
}
