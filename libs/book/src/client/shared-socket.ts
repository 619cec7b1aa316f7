import type { SectionId } from '@witboek/domain'
import { bookSlot, inSlot, outOfSlot, readBookMessage, type BookMessage } from '../wire.ts'

/** What this side needs of a WebSocket: the browser's own has it, and so has the one of `ws`. */
export interface LineSocket {
  binaryType: string
  readonly readyState: number
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  send(frame: Uint8Array<ArrayBuffer>): void
  close(code?: number, reason?: string): void
}

/** The part of a section that rides on the shared line. */
interface SectionRider {
  opened(): void
  received(message: Uint8Array): void
  /** Ask the server anything that it always answers. */
  ask(): void
  lost(code: number): void
}

interface SharedSocketHands {
  /** Opens a fresh WebSocket to the book. */
  readonly connect: () => LineSocket
  readonly bookMessage: (message: BookMessage) => void
  readonly lineOpen: () => void
  /** Gone for now; another attempt follows by itself. */
  readonly lineLost: () => void
  /** Gone for good, by the server's word. */
  readonly lineRefused: (reason: string) => void
  /** A number from 0 up to 1: spreads the attempts of a whole hall over time. */
  readonly chance: () => number
}

const firstPause = 200
const longestPause = 5_000
/** After this long (ms) without a word the server is asked for one: a line on which nobody types is silent, not dead. */
const silenceMax = 25_000
/** It gets this long (ms) to answer, or the line counts as dead. */
const answerMax = 20_000
/** A page that comes back after this long (ms) doubts its line, and waits this long (ms) for an answer. */
const doubtAfter = 20_000
const hurriedAnswerMax = 2_000

/**
 * One WebSocket for a whole book, shared by all its sections. It comes back by itself, with growing and scattered
 * pauses, until the server says that coming back is pointless (close codes 44xx).
 */
export class SharedSocket {
  private readonly hands: SharedSocketHands
  private socket: LineSocket | null = null
  private readonly riders = new Map<SectionId, SectionRider>()
  private slots: readonly SectionId[] = []
  private welcome = false
  private attempts = 0
  private retry: ReturnType<typeof setTimeout> | null = null
  private silence: ReturnType<typeof setTimeout> | null = null
  private lastHeard = 0
  private ended = false

  constructor(hands: SharedSocketHands) {
    this.hands = hands
    this.connect()
  }

  /** A section gets on; it is told at once when the line is open already. Answers how to get off. */
  ride(section: SectionId, rider: SectionRider): () => void {
    this.riders.set(section, rider)
    if (this.welcome && this.slots.includes(section))
      queueMicrotask(() => this.isRiding(section, rider) && rider.opened())
    return () => {
      if (this.isRiding(section, rider)) this.riders.delete(section)
    }
  }

  /** Answers whether there was a line to send it on. */
  send(section: SectionId, message: Uint8Array): boolean {
    const slot = this.slots.indexOf(section) + 1
    return slot > 0 && this.sendIn(slot, message)
  }

  /** A message that concerns the book itself. */
  sendBook(message: Uint8Array): boolean {
    return this.sendIn(bookSlot, message)
  }

  /**
   * The network is back, or the phone woke up: tries at once when it was waiting for the next attempt, and makes sure of a
   * line that only seems to be open.
   */
  hurry(): void {
    if (this.retry !== null) {
      clearTimeout(this.retry)
      this.connect()
    } else if (this.socket && Date.now() - this.lastHeard > doubtAfter) {
      this.ask()
      this.dropIn(hurriedAnswerMax, () => this.hurry())
    }
  }

  close(): void {
    this.ended = true
    if (this.retry !== null) clearTimeout(this.retry)
    this.drop(1000, 'closed')
  }

  private sendIn(slot: number, message: Uint8Array): boolean {
    if (!this.welcome || !this.socket) return false
    this.socket.send(inSlot(slot, message) as Uint8Array<ArrayBuffer>)
    return true
  }

  private isRiding(section: SectionId, rider: SectionRider): boolean {
    return this.riders.get(section) === rider
  }

  private connect(): void {
    this.retry = null
    const socket = this.hands.connect()
    socket.binaryType = 'arraybuffer'
    this.socket = socket
    socket.onopen = () => this.heard()
    socket.onmessage = (event: { data: ArrayBuffer }) => {
      if (this.socket === socket) this.received(new Uint8Array(event.data))
    }
    socket.onerror = () => undefined
    socket.onclose = (event: { code: number; reason: string }) => {
      if (this.socket === socket) this.lost(event.code, event.reason)
    }
    this.heard()
  }

  private received(frame: Uint8Array): void {
    this.heard()
    const { slot, message } = outOfSlot(frame)
    if (slot !== bookSlot) {
      const section = this.slots[slot - 1]
      if (section) this.riders.get(section)?.received(message)
      return
    }
    const read = readBookMessage(message)
    if (!read) return
    if (read.type === 'fact' && read.fact.fact.type === 'section:added' && !this.slots.includes(read.fact.fact.section))
      this.slots = [...this.slots, read.fact.fact.section]
    if (read.type === 'welcome') {
      this.slots = read.welcome.slots
      this.welcome = true
      this.attempts = 0
    }
    this.hands.bookMessage(read)
    if (read.type === 'fact' && read.fact.fact.type === 'section:added')
      this.riders.get(read.fact.fact.section)?.opened()
    if (read.type !== 'welcome') return
    this.hands.lineOpen()
    for (const [section, rider] of [...this.riders]) if (this.slots.includes(section)) rider.opened()
  }

  private heard(): void {
    this.lastHeard = Date.now()
    if (this.silence !== null) clearTimeout(this.silence)
    this.silence = setTimeout(() => {
      this.ask()
      this.dropIn(answerMax)
    }, silenceMax)
  }

  private ask(): void {
    const [rider] = this.riders.values()
    rider?.ask()
  }

  private dropIn(ms: number, then: () => void = () => undefined): void {
    if (this.silence !== null) clearTimeout(this.silence)
    this.silence = setTimeout(() => {
      this.drop(4000, 'silence')
      then()
    }, ms)
  }

  /** Closes from this side: a dead network may never report a close of its own. */
  private drop(code: number, reason: string): void {
    const socket = this.socket
    if (!socket) return
    this.lost(code, reason)
    socket.close()
  }

  private lost(code: number, reason: string): void {
    this.socket = null
    this.welcome = false
    if (this.silence !== null) clearTimeout(this.silence)
    for (const rider of [...this.riders.values()]) rider.lost(code)
    if (this.ended) return
    if (code >= 4400 && code < 4500) {
      this.ended = true
      this.hands.lineRefused(reason)
      return
    }
    this.hands.lineLost()
    const pause = Math.min(longestPause, firstPause * 2 ** this.attempts) * (0.5 + this.hands.chance())
    this.attempts += 1
    this.retry = setTimeout(() => this.connect(), pause)
  }
}
