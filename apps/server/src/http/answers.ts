import { randomUUID } from 'node:crypto'
import { problemOf, type Problem } from '@witboek/contract'
import type { Refusal, Result } from '@witboek/domain'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { Visitor, Visitors } from '../login/visitors.ts'
import { dataPolicy } from './headers.ts'

/** The id of one request or message, for the log and for the person who asks for help. */
export const newInstance = (): string => `/requests/${randomUUID().slice(0, 13)}`

export function refusalProblem({ code, ...details }: Refusal, instance: string): Problem {
  return problemOf(code, instance, details)
}

/** A message that its schema does not take, with the path of each wrong field. */
export function notUnderstood({ issues }: z.ZodError, instance: string): Problem {
  const fields = issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }))
  return problemOf('not-understood', instance, { fields })
}

export function sendProblem(response: Response, problem: Problem): void {
  response.set({ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': dataPolicy })
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** A page's data: the feature answers yes with a value or no with a refusal, and never touches the response itself. */
export const page =
  <Value>(
    visitors: Visitors,
    feature: (request: Request, visitor: Visitor | null) => Promise<Result<Value>>,
  ): RequestHandler =>
  async (request: Request, response: Response, next: NextFunction) => {
    try {
      const answer = await feature(request, await visitors.of(request))
      response.set('Cache-Control', 'private, no-store')
      if (answer.ok) response.json(answer.value)
      else sendProblem(response, refusalProblem(answer.refusal, newInstance()))
    } catch (cause) {
      next(cause)
    }
  }
