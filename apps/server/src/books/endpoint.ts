import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCode, frameMax, refusedFrame, type BookRoom, type OpenBooks } from '@witboek/book'
import { BookIdOnWire, problemOf, problems, SectionIdOnWire, type Problem } from '@witboek/contract'
import type { BookId, BookRights, Refusal, SectionId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Events } from '../events.ts'
import { newInstance } from '../http/answers.ts'
import type { Origins } from '../http/origin.ts'
import type { Visitor, Visitors } from '../login/visitors.ts'
import type { Surprises } from '../surprises.ts'
import { bookAccess } from './book-access.ts'
import { SocketPeer } from './socket-peer.ts'

/** Every so often (ms) each line is asked for a sign of life; one that gave none since the last time is ended. */
const heartbeat = 20_000

interface Hands {
  readonly store: Store
  readonly open: OpenBooks
  readonly visitors: Visitors
  readonly origins: Origins
  readonly events: Events
  readonly surprises: Surprises
}

interface Place {
  readonly book: BookId
  readonly section: SectionId | null
}

/**
 * The document endpoint: `/collab/<book>` for a whole book over one line, `/collab/<book>/<section>` for a stock
 * y-websocket client. It shares the port with Express and Socket.IO and answers only to its own path.
 */
export class DocumentEndpoint {
  private readonly hands: Hands
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: frameMax, perMessageDeflate: false })
  private readonly alive = new WeakSet<WebSocket>()
  private readonly lines = new Map<WebSocket, SocketPeer>()
  private readonly beat: NodeJS.Timeout

  constructor(server: Server, hands: Hands) {
    this.hands = hands
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.startsWith('/collab/')) void this.upgrade(request, socket, head)
    })
    this.beat = setInterval(() => this.checkLines(), heartbeat)
    hands.visitors.onEnd((login) => {
      for (const peer of this.lines.values())
        if (peer.login === login) peer.close(closeCode.notSignedIn, 'not-signed-in')
    })
  }

  /** Ends what is left; the rooms have said goodbye before. */
  close(): void {
    clearInterval(this.beat)
    for (const socket of this.sockets.clients) socket.terminate()
    this.sockets.close()
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const instance = newInstance()
    try {
      if (!this.hands.origins.allows(request)) {
        this.hands.events.originRefused(request.headers.origin ?? '')
        return refuseUpgrade(socket, problemOf('foreign-origin', instance))
      }
      const place = placeOf(request)
      if (!place) return refuseUpgrade(socket, problemOf('not-found', instance))
      const visitor = await this.hands.visitors.of(request)
      const access = await bookAccess(this.hands.store, place.book, visitor?.actor ?? null)
      this.sockets.handleUpgrade(request, socket, head, (line) => {
        line.on('error', () => line.terminate())
        if (!access.ok || !visitor) return turnAway(line, access.ok ? { code: 'not-signed-in' } : access.refusal, place)
        void this.join(line, visitor, access.value.rights, place)
      })
    } catch (cause) {
      refuseUpgrade(socket, this.hands.surprises.problem(cause, instance))
    }
  }

  private async join(line: WebSocket, visitor: Visitor, rights: BookRights, place: Place): Promise<void> {
    const { open, events, surprises } = this.hands
    const peer = new SocketPeer(line, visitor, rights, place.section, () =>
      events.slowLineClosed(place.book, visitor.actor.person),
    )
    this.lines.set(line, peer)
    this.alive.add(line)
    line.on('pong', () => this.alive.add(line))
    // Whoever writes while the book is still being read from disk is heard afterwards, in order.
    let room: BookRoom | null = null
    const early: Uint8Array[] = []
    line.on('message', (data: Buffer) => {
      this.alive.add(line)
      if (room) room.receive(peer, data)
      else if (early.length < 64) early.push(data)
      else line.close(closeCode.tryAgain, 'try-again')
    })
    line.on('close', () => {
      this.lines.delete(line)
      if (room) open.leave(room, peer)
    })
    try {
      room = await open.join(place.book, peer)
      if (line.readyState !== line.OPEN) return open.leave(room, peer)
      for (const frame of early.splice(0)) room.receive(peer, frame)
    } catch (cause) {
      surprises.problem(cause, peer.id)
      line.close(closeCode.tryAgain, 'surprise')
    }
  }

  private checkLines(): void {
    for (const line of this.sockets.clients) {
      if (!this.alive.delete(line)) line.terminate()
      else line.ping()
    }
  }
}

function placeOf(request: IncomingMessage): Place | null {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const [, , book, section, ...more] = pathname.split('/')
  const bookId = BookIdOnWire.safeParse(book)
  const sectionId = section === undefined ? null : SectionIdOnWire.safeParse(section)
  if (!bookId.success || sectionId?.success === false || more.length > 0) return null
  return { book: bookId.data, section: sectionId?.data ?? null }
}

/** Before the upgrade there is only HTTP: a problem, as anywhere else. */
function refuseUpgrade(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem)
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

/** After it, a message the client can act on: a stock client would come back for ever after a refused upgrade. */
function turnAway(line: WebSocket, refusal: Refusal, place: Place): void {
  if (place.section !== null) line.send(refusedFrame(refusal.code))
  const { status } = problems[refusal.code]
  line.close(status >= 400 && status < 500 ? 4000 + status : closeCode.refused, refusal.code)
}
