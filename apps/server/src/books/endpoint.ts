import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCode, frameMax, refusedFrame, type BookRoom, type Clock, type OpenBooks } from '@witboek/book'
import { BookIdOnWire, problemOf, problems, SectionIdOnWire, type Problem, type ProblemCode } from '@witboek/contract'
import { ok, type BookId, type LoginId, type SectionId } from '@witboek/domain'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Events } from '../events.ts'
import { tellOneByOne } from '../goodbye.ts'
import { newInstance } from '../http/answers.ts'
import { dataPolicy } from '../http/headers.ts'
import type { Origins } from '../http/origin.ts'
import type { SeatedVisitor, Visitors } from '../login/visitors.ts'
import type { Surprises } from '../surprises.ts'
import { Accounts } from './accounts.ts'
import { bookAccess, inBookRoom } from './book-access.ts'
import { Line } from './line.ts'
import { SocketPeer, type Wire } from './socket-peer.ts'
import { Turnstile } from './turnstile.ts'

/** Every so often (ms) each line is asked for a sign of life; one that gave none since the last time is ended. */
const heartbeat = 20_000

/** So many lines are looked at in one turn: a hall that comes in at once must not hold up those who write. */
const comingInPerTurn = 16

interface Hands {
  readonly store: Store
  readonly live: Pick<Live, 'pace'>
  readonly clock: Clock
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
  private readonly lines = new Map<WebSocket, { readonly line: Line; readonly login: LoginId }>()
  private readonly turnstile = new Turnstile(comingInPerTurn)
  private readonly accounts: Accounts
  private readonly beat: NodeJS.Timeout
  private leaving = false

  constructor(server: Server, hands: Hands) {
    this.hands = hands
    this.accounts = new Accounts(hands.live.pace)
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.startsWith('/collab/')) void this.upgrade(request, socket, head)
    })
    this.beat = setInterval(() => this.checkLines(), heartbeat)
    hands.visitors.onEnd((login) => {
      for (const { line, login: own } of this.lines.values())
        if (own === login) line.close(closeCode.notSignedIn, 'not-signed-in')
    })
  }

  /** How many lines are open. */
  get size(): number {
    return this.lines.size
  }

  /** Nobody comes in any more, and every line is told to come back elsewhere. */
  async leave(): Promise<void> {
    this.leaving = true
    await tellOneByOne(this.lines.values(), ({ line }) => line.close(closeCode.moving, 'moving'))
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
    await this.turnstile.pass()
    try {
      if (!this.hands.origins.allows(request)) {
        this.hands.events.originRefused(request.headers.origin)
        return refuseUpgrade(socket, problemOf('foreign-origin', instance))
      }
      const place = placeOf(request)
      if (!place) return refuseUpgrade(socket, problemOf('not-found', instance))
      const { visitors } = this.hands
      const { changes } = visitors
      const visitor = await visitors.of(request)
      const access = await bookAccess(this.hands.store, place.book, visitor?.actor ?? null)
      this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', () => webSocket.terminate())
        const stillIn = async () => visitors.changes === changes || (await visitors.of(request)) !== null
        const seated = visitor?.actor ? { ...visitor, actor: visitor.actor } : null
        if (access.ok && seated) void this.join({ socket: webSocket, stream: socket }, seated, place, stillIn)
        else turnAway(webSocket, access.ok ? 'not-signed-in' : access.refusal.code, place)
      })
    } catch (cause) {
      refuseUpgrade(socket, this.hands.surprises.problem(cause, instance))
    }
  }

  /** The line is known here before it is asked for the last time who may do what: a login that ends later ends it too. */
  private async join(wire: Wire, visitor: SeatedVisitor, place: Place, stillIn: () => Promise<boolean>): Promise<void> {
    const { socket } = wire
    const { open, clock, events, surprises } = this.hands
    if (this.leaving) return socket.close(closeCode.moving, 'moving')
    const { person } = visitor.actor
    const account = this.accounts.enter(person)
    if (!account) {
      events.tooManyLines(person)
      return turnAway(socket, 'too-many-lines', place)
    }
    let inside: { readonly room: BookRoom; readonly peer: SocketPeer } | null = null
    const line = new Line(socket, {
      clock,
      account,
      tooFast: () => events.lineTooFast(place.book, person),
      receive: (frame) => {
        this.alive.add(socket)
        inside?.room.receive(inside.peer, frame)
      },
    })
    this.lines.set(socket, { line, login: visitor.login })
    this.alive.add(socket)
    socket.on('pong', () => this.alive.add(socket))
    socket.on('error', (cause) => {
      const code = 'code' in cause ? String(cause.code) : ''
      // Frames that are too large, or none: said by the WebSocket itself. A line that broke off is no malice.
      if (code.startsWith('WS_ERR_')) events.malformed(place.book, person, code)
    })
    socket.on('close', () => {
      this.lines.delete(socket)
      this.accounts.leave(person)
      if (inside) open.leave(inside.room, inside.peer)
    })
    try {
      if (!(await stillIn())) return turnAway(socket, 'not-signed-in', place, line)
      const joined = await inBookRoom(this.hands, place.book, visitor.actor, (room, rights) => {
        if (!line.open) return ok(null)
        inside = { room, peer: new SocketPeer(wire, line, visitor, rights, place.section) }
        room.join(inside.peer)
        line.start()
        return ok(null)
      })
      if (!joined.ok) turnAway(socket, joined.refusal.code, place, line)
    } catch (cause) {
      surprises.problem(cause, newInstance())
      line.close(closeCode.tryAgain, 'surprise')
    }
  }

  private checkLines(): void {
    for (const socket of this.sockets.clients) {
      // A line that is held back cannot be heard; it is read again within the same time.
      if (!this.alive.delete(socket) && !socket.isPaused) socket.terminate()
      else socket.ping()
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
      `Content-Security-Policy: ${dataPolicy}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

/** After it, a message the client can act on: a stock client would come back for ever after a refused upgrade. */
function turnAway(socket: WebSocket, code: ProblemCode, place: Place, line: Pick<Line, 'close'> = socket): void {
  if (place.section !== null && socket.readyState === socket.OPEN) socket.send(refusedFrame(code))
  const { status } = problems[code]
  line.close(status >= 400 && status < 500 ? 4000 + status : closeCode.refused, code)
}
