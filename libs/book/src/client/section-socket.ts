import type { SectionId } from '@witboek/domain'
import * as Y from 'yjs'
import { frameMax, readSectionMessage, sectionMessage, syncFrame, syncMessage, type SectionMessage } from '../wire.ts'
import type { Outbox } from './outbox.ts'
import type { SharedSocket } from './shared-socket.ts'

interface SectionSocketHands {
  readonly section: SectionId
  readonly doc: Y.Doc
  readonly shared: SharedSocket
  readonly outbox: Outbox
  /** The section was just started anew on this line: what the server said before it knew that is not for this copy. */
  readonly anew: boolean
  /** The outbox changed. */
  readonly changed: () => void
  /** One of our own messages, for what the stock provider does not know. */
  readonly told: (message: OwnMessage) => void
  /** The server says what it has, as a state vector. */
  readonly serverHas: (known: ReadonlyMap<number, number>) => void
  /** Something that the server has, as an update. */
  readonly serverSent: (update: Uint8Array) => void
  /** This copy cannot take what the server sends. */
  readonly broken: () => void
  /** What was written can never be sent. */
  readonly tooLarge: () => void
  readonly lost: () => void
}

export type OwnMessage = Extract<SectionMessage, { type: 'acknowledged' | 'setAside' | 'digest' | 'refused' }>

/** The constructor that a stock `WebsocketProvider` takes as its `WebSocketPolyfill`. */
type SocketClass = typeof WebSocket

/**
 * A WebSocket that is none: it lets the stock provider of one section ride on the line of the book. On the way it
 * counts the messages that carry edits, and keeps to itself what the provider does not know.
 */
export function sectionSocketClass(hands: SectionSocketHands): SocketClass {
  const { section, doc, shared, outbox } = hands
  /** The server answers `open` with a step 1 before anything else: until then it speaks of the section as it was. */
  let deaf = hands.anew

  class SectionSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    private takingCarets = false
    private readonly getOff: () => void

    constructor() {
      this.getOff = shared.ride(section, {
        opened: () => this.opened(),
        received: (message) => this.received(message),
        ask: () => this.send(syncFrame('step1', Y.encodeStateVector(doc))),
        lost: (code) => this.lost(code),
      })
    }

    send(message: Uint8Array): void {
      if (this.readyState !== 1) return
      const [type, kind] = message
      // The provider echoes every caret it hears; with thirty people that is nine hundred messages for nothing.
      if (type === sectionMessage.carets && this.takingCarets) return
      // Sent all the same it would end the line, and every next one.
      if (message.byteLength > frameMax - 16) return queueMicrotask(hands.tooLarge)
      shared.send(section, message)
      if (type !== sectionMessage.sync || kind === syncMessage.step1) return
      if (kind === syncMessage.step2) outbox.sentAll()
      else outbox.sentLast()
      hands.changed()
    }

    close(): void {
      this.getOff()
      this.readyState = 3
    }

    private opened(): void {
      if (this.readyState !== 0) return
      this.readyState = 1
      this.onopen?.()
    }

    private received(message: Uint8Array): void {
      const [type = -1, kind] = message
      if (deaf && (type !== sectionMessage.sync || kind !== syncMessage.step1)) return
      deaf = false
      // Who is spoken to is on the line: an answer given before `onopen` would get lost.
      this.opened()
      if (ours.has(type)) return hands.told(readSectionMessage(message) as OwnMessage)
      this.takingCarets = type === sectionMessage.carets
      try {
        const read = type === sectionMessage.sync ? readSectionMessage(message) : null
        if (read?.type === 'step1') hands.serverHas(Y.decodeStateVector(read.bytes))
        if (read?.type === 'step2' || read?.type === 'update') hands.serverSent(read.bytes)
        this.onmessage?.({ data: message })
      } catch {
        return hands.broken()
      } finally {
        this.takingCarets = false
      }
      // Yjs keeps an update that it cannot place yet; the server never sends one, so it would wait for ever.
      if (doc.store.pendingStructs || doc.store.pendingDs) hands.broken()
    }

    private lost(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      this.getOff()
      deaf = false
      outbox.lineLost()
      hands.lost()
      this.onclose?.({ code, reason: '' })
    }
  }
  return SectionSocket as unknown as SocketClass
}

const ours: ReadonlySet<number> = new Set([
  sectionMessage.acknowledged,
  sectionMessage.setAside,
  sectionMessage.digest,
  sectionMessage.refused,
])
