import { closeCode, type Clock } from '@witboek/book'
import { ReadingPace } from '@witboek/live'
import type { WebSocket } from 'ws'
import { lineRates } from './reading-pace.ts'

/** A line that brings more than it may is read more slowly; one that would have to wait longer than this (ms) ends. */
const waitMax = 20_000
/** A closing line gets this long (ms) to answer, then it is cut: what still waits for it is not kept for it. */
const goodbye = 2_000

interface LineHands {
  readonly clock: Clock
  /** The pace that all lines of the same person share. */
  readonly account: Pick<ReadingPace, 'read'>
  readonly receive: (frame: Uint8Array) => void
  /** It brought more than can be waited for, and ends. */
  readonly tooFast: () => void
}

/**
 * One WebSocket, read at a bounded pace: who brings more than that waits in the network, where nothing is lost and nothing
 * takes our memory (I6). Once the line is closing, not a byte of it is taken any more.
 */
export class Line {
  private readonly socket: WebSocket
  private readonly paces: readonly Pick<ReadingPace, 'read'>[]
  private readonly hands: LineHands
  private pausedUntil = 0
  private stopWaiting: (() => void) | null = null

  /** Nothing is read before `start`. */
  constructor(socket: WebSocket, hands: LineHands) {
    const { clock, account } = hands
    this.socket = socket
    this.hands = hands
    this.paces = [new ReadingPace(lineRates, clock.now()), account]
    socket.pause()
    socket.on('message', (data: Buffer) => this.came(data))
    socket.on('close', () => this.stopWaiting?.())
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  start(): void {
    this.socket.resume()
  }

  close(code: number, reason: string): void {
    if (!this.open) return
    this.socket.close(code, reason)
    this.stopWaiting?.()
    this.stopWaiting = this.hands.clock.after(goodbye, () => this.socket.terminate())
    // The other side's goodbye has to be read; all else that still comes is thrown away.
    this.socket.resume()
  }

  private came(frame: Buffer): void {
    if (!this.open) return
    const now = this.hands.clock.now()
    const ms = Math.max(...this.paces.map((pace) => pace.read(frame.byteLength, now)))
    if (ms > waitMax) {
      this.hands.tooFast()
      return this.close(closeCode.tryAgain, 'too-many-messages')
    }
    if (ms > 0) this.readOnAt(now + ms)
    this.hands.receive(frame)
  }

  private readOnAt(time: number): void {
    if (time <= this.pausedUntil) return
    this.pausedUntil = time
    this.stopWaiting?.()
    this.socket.pause()
    this.stopWaiting = this.hands.clock.after(time - this.hands.clock.now(), () => {
      this.stopWaiting = null
      this.socket.resume()
    })
  }
}
