import { problemOf } from '@witboek/contract'
import type { RequestHandler } from 'express'
import type { Events } from '../events.ts'
import { newInstance, sendProblem } from './answers.ts'
import type { Origins } from './origin.ts'

const changesNothing: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whatever changes something comes from our own pages (a cookie alone would prove nothing). */
export const sameSiteOnly =
  (origins: Origins, events: Events): RequestHandler =>
  (request, response, next) => {
    if (changesNothing.has(request.method) || origins.allows(request)) return next()
    events.originRefused(request.headers.origin)
    sendProblem(response, problemOf('foreign-origin', newInstance()))
  }
