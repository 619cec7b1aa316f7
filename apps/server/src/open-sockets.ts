import type { Server as HttpServer } from 'node:http'
import { problemOf, type Answer } from '@witboek/contract'
import type { BookId, PersonId } from '@witboek/domain'
import { fullBucket, take, type Live } from '@witboek/live'
import { Server } from 'socket.io'
import type { Events } from './events.ts'
import { newInstance } from './http/answers.ts'
import type { Origins } from './http/origin.ts'
import type { SeatedVisitor, Visitors } from './login/visitors.ts'
import { recoveryLasts, SocketRecovery } from './socket-recovery.ts'
import type { BookSocket, BookSockets } from './sockets.ts'

/** Commands one socket may send: nobody clicks this fast, and a program that does has to slow down. */
const commandRate = { perSecond: 50, burst: 100 }
/** And so many sockets one person has at this server: each of them is told all that a page is told. */
const socketsMax = 50

interface Hands {
  readonly origins: Origins
  readonly visitors: Visitors
  readonly live: Pick<Live, 'sockets'>
  readonly mayRead: (book: BookId, visitor: SeatedVisitor) => Promise<boolean>
  readonly events: Pick<Events, 'tooManyLines'>
}

/**
 * Socket.IO carries commands, one answer each, and presence. Edits go over the document endpoint. With several servers it
 * reaches the sockets of all of them, and a socket that lost its line goes on at any.
 */
export function openSockets(server: HttpServer, { origins, visitors, live, mayRead, events }: Hands): BookSockets {
  const recovery = new SocketRecovery(mayRead)
  const sockets: BookSockets = new Server(server, {
    ...(live.sockets && {
      adapter: recovery.guards(live.sockets),
      connectionStateRecovery: { maxDisconnectionDuration: recoveryLasts, skipMiddlewares: false },
    }),
    serveClient: false,
    // The longest are words set aside; what the contract finds too long gets an answer, what is larger still ends the socket.
    maxHttpBufferSize: 512 * 1024,
    allowRequest: (request, decide) => decide(null, origins.allows(request)),
    // Leaves the other upgrades to the document endpoint.
    destroyUpgrade: false,
  })
  sockets.use((socket, next) => {
    const comeIn = async () => {
      const visitor = await visitors.of(socket.request)
      if (!visitor?.actor) return next(new Error('not-signed-in'))
      const seated = { ...visitor, actor: visitor.actor }
      socket.data = seated
      if (live.sockets) await recovery.bringBack(socket, seated)
      next()
    }
    comeIn().catch(() => next(new Error('surprise')))
  })
  const ofEach = new Map<PersonId, number>()
  sockets.on('connection', (socket) => {
    const { person } = socket.data.actor
    const open = (ofEach.get(person) ?? 0) + 1
    ofEach.set(person, open)
    socket.once('disconnect', () => {
      const left = (ofEach.get(person) ?? 1) - 1
      if (left > 0) ofEach.set(person, left)
      else ofEach.delete(person)
    })
    if (open > socketsMax) {
      events.tooManyLines(person)
      return void socket.disconnect(true)
    }
    void socket.join(`login:${socket.data.login}`)
    // A login that ended while this socket was coming in was not told to it.
    void visitors.of(socket.request, socket.conn).then(
      (visitor) => !visitor && socket.disconnect(true),
      () => socket.disconnect(true),
    )
    keepPace(socket)
    recovery.tellMissed(socket)
  })
  // Every server is told of it, and ends its own: that must not wait for Redis.
  visitors.onEnd((login) => sockets.local.in(`login:${login}`).disconnectSockets(true))
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
