import type { Server as HttpServer } from 'node:http'
import { problemOf, type Answer, type FromBrowser, type FromServer, type Problem } from '@witboek/contract'
import type { Result } from '@witboek/domain'
import { Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import { newInstance, refusalProblem } from './http/answers.ts'
import type { Origins } from './http/origin.ts'
import type { Visitor, Visitors } from './login/visitors.ts'
import type { Surprises } from './surprises.ts'

export type BookSocket = Socket<FromBrowser, FromServer, Record<string, never>, Visitor>
export type BookSockets = Server<FromBrowser, FromServer, Record<string, never>, Visitor>

/** Socket.IO carries commands, one answer each, and presence. Edits go over the document endpoint. */
export function openSockets(server: HttpServer, origins: Origins, visitors: Visitors): BookSockets {
  const sockets: BookSockets = new Server(server, {
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request, decide) => decide(null, origins.allows(request)),
    // Leaves the other upgrades to the document endpoint.
    destroyUpgrade: false,
  })
  sockets.use((socket, next) => {
    visitors.of(socket.request).then(
      (visitor) => {
        if (!visitor) return next(new Error('not-signed-in'))
        socket.data = visitor
        next()
      },
      () => next(new Error('surprise')),
    )
  })
  sockets.on('connection', (socket) => void socket.join(`login:${socket.data.login}`))
  visitors.onEnd((login) => sockets.in(`login:${login}`).disconnectSockets(true))
  return sockets
}

type Acknowledge<Value> = (answer: Answer<Value>) => void

/** The door for one kind of message: read it strictly, act, answer once; a surprise becomes a problem with a number. */
export const answer =
  <Schema extends z.ZodType, Value>(
    schema: Schema,
    surprises: Surprises,
    act: (message: z.output<Schema>) => Promise<Result<Value>>,
  ) =>
  (message: unknown, acknowledge: unknown): void => {
    if (typeof acknowledge !== 'function') return
    const tell = acknowledge as Acknowledge<Value>
    const no = (problem: Problem) => tell({ ok: false, problem })
    const instance = newInstance()
    const parsed = schema.safeParse(message)
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      return no(problemOf('not-understood', instance, { fields }))
    }
    act(parsed.data).then(
      (result) => (result.ok ? tell(result) : no(refusalProblem(result.refusal, instance))),
      (cause: unknown) => no(surprises.problem(cause, instance)),
    )
  }
