import { problemOf, type ProblemCode } from '@witboek/contract'
import type { RequestHandler, Response } from 'express'
import { newInstance, sendProblem } from './answers.ts'

const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'not-understood',
  403: 'foreign-origin',
  404: 'not-found',
  405: 'wrong-method',
  413: 'too-large',
  415: 'wrong-content-type',
}

/** A page that says no is a page; and what a page asks for behind itself (`__data.json`) it reads in its own way. */
const staysAsItIs = (response: Response, path: string): boolean =>
  String(response.getHeader('content-type')).startsWith('text/html') || path.endsWith('/__data.json')

/**
 * What the pages refuse without showing one (a method, a form they cannot read, a file that is not there) becomes a problem
 * like any other (SAFE-4). They write their answer by themselves, so it is caught where its head is written.
 */
export const pageRefusals: RequestHandler = (request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (status: number, ...more: unknown[]) => Response
  const end = response.end.bind(response) as (...given: unknown[]) => Response
  const headed = (status: number, ...more: unknown[]): Response => {
    const code = codes[status]
    if (code === undefined || staysAsItIs(response, request.path)) return writeHead(status, ...more)
    Object.assign(response, { writeHead, end })
    for (const [name, value] of Object.entries(more.at(-1) ?? {})) response.setHeader(name, value as string)
    response.removeHeader('Content-Length')
    sendProblem(response, problemOf(code, newInstance()))
    // What they still have to say about it goes nowhere.
    return Object.assign(response, { write: () => true, end: () => response })
  }
  const ended = (...given: unknown[]): Response => {
    if (!response.headersSent) headed(response.statusCode)
    return response.writableEnded ? response : end(...given)
  }
  Object.assign(response, { writeHead: headed, end: ended })
  next()
}
