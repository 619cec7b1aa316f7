import type { Server as HttpServer } from 'node:http'
import { problemOf, type Answer, type FromBrowser, type FromServer } from '@witboek/contract'
import type { BookId } from '@witboek/domain'
import { fullBucket, take } from '@witboek/live'
import { Server, type Socket } from 'socket.io'
import { newInstance } from './http/answers.ts'
import type { Origins } from './http/origin.ts'
import type { Visitor, Visitors } from './login/visitors.ts'

export type BookSocket = Socket<FromBrowser, FromServer, Record<string, never>, Visitor>
export type BookSockets = Server<FromBrowser, FromServer, Record<string, never>, Visitor>

/** Commands one socket may send: nobody clicks this fast, and a program that does has to slow down. */
const commandRate = { perSecond: 50, burst: 100 }

/** The name of everyone who has a book's page open. */
export const bookRoom = (book: BookId): string => `book:${book}`

/** Socket.IO carries commands, one answer each, and presence. Edits go over the document endpoint. */
export function openSockets(server: HttpServer, origins: Origins, visitors: Visitors): BookSockets {
  const sockets: BookSockets = new Server(server, {
    serveClient: false,
    // The longest are words set aside; what the contract finds too long gets an answer, what is larger still ends the socket.
    maxHttpBufferSize: 512 * 1024,
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
  sockets.on('connection', (socket) => {
    void socket.join(`login:${socket.data.login}`)
    // A login that ended while this socket was coming in was not told to it.
    void visitors.of(socket.request).then(
      (visitor) => !visitor && socket.disconnect(true),
      () => socket.disconnect(true),
    )
    keepPace(socket)
  })
  visitors.onEnd((login) => sockets.in(`login:${login}`).disconnectSockets(true))
  return sockets
}

/** A command too many gets an answer, and goes no further. */
function keepPace(socket: BookSocket): void {
  let bucket = fullBucket(commandRate, Date.now())
  socket.use((packet, next) => {
    const now = Date.now()
    const after = take(bucket, commandRate, 1, now)
    if (after.level >= 0) {
      bucket = after
      return next()
    }
    const acknowledge: unknown = packet.at(-1)
    if (typeof acknowledge !== 'function') return
    const tell = acknowledge as (answer: Answer<never>) => void
    tell({ ok: false, problem: problemOf('too-many-messages', newInstance()) })
  })
}
