import { nestedAtMost, problemOf } from '@witboek/contract'
import type { Result } from '@witboek/domain'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { Visitor, Visitors } from '../login/visitors.ts'
import { newInstance, notUnderstood, refusalProblem, sendProblem } from './answers.ts'

interface Hands {
  readonly visitors: Pick<Visitors, 'of'>
}

interface Bounds {
  /** The longest body that is read, as Express writes it. */
  readonly limit?: string
}

/** No command of ours goes half as deep. */
const nestingMax = 16

/**
 * A command over HTTP: a JSON body that is read strictly, acted upon, and answered once, with a value or a problem. Only
 * `application/json` is read: a form of another site cannot say that it sends it. A browser may send a command again whose
 * answer was lost, so an act decides by what is stored. `ok(null)` for nothing to say.
 */
export function command<Schema extends z.ZodType, Value>(
  { visitors }: Hands,
  schema: Schema,
  feature: (value: z.output<Schema>, visitor: Visitor | null, request: Request) => Promise<Result<Value>>,
  { limit = '64kb' }: Bounds = {},
): RequestHandler {
  // A compressed body would be longer than it says.
  const read = express.json({ limit, inflate: false, type: () => true })

  const act = async (request: Request, response: Response): Promise<void> => {
    const body: unknown = request.body
    if (!nestedAtMost(body, nestingMax) || !harmless(body))
      return sendProblem(response, problemOf('not-understood', newInstance()))
    const parsed = schema.safeParse(body)
    if (!parsed.success) return sendProblem(response, notUnderstood(parsed.error, newInstance()))
    const answer = await feature(parsed.data, await visitors.of(request), request)
    if (answer.ok) response.json(answer.value)
    else sendProblem(response, refusalProblem(answer.refusal, newInstance()))
  }

  return (request: Request, response: Response, next: NextFunction) => {
    response.set('Cache-Control', 'private, no-store')
    if (!saysJson(request)) return sendProblem(response, problemOf('wrong-content-type', newInstance()))
    read(request, response, (failure?: unknown) => {
      if (failure !== undefined) next(failure)
      else act(request, response).catch(next)
    })
  }
}

const saysJson = ({ headers }: Request): boolean => /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')

/** Keys that would be more than data to whoever copies the value. */
const harmful: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Asked of what is known not to go deep. */
const harmless = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  Object.entries(value).every(([key, inner]) => !harmful.has(key) && harmless(inner))
