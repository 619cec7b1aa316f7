import { problemOf, type ProblemCode } from '@witboek/contract'
import type { ErrorRequestHandler } from 'express'
import type { Surprises } from '../surprises.ts'
import { newInstance, sendProblem } from './answers.ts'

/** What Express itself says no to, as a problem of ours; the rest below 500 was not understood. */
const codes: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-content-type',
}

/** Where every request ends that went wrong on its way. */
export const wentWrong =
  (surprises: Surprises): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    const instance = newInstance()
    if (status === null || status >= 500) return sendProblem(response, surprises.problem(error, instance))
    sendProblem(response, problemOf(codes[status] ?? 'not-understood', instance))
  }

const statusOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null
