import type { SectionId } from '@witboek/domain'
import { readSectionMessage, sectionMessage, syncMessage } from '../wire.ts'
import type { Outbox } from './outbox.ts'
import type { SharedSocket } from './shared-socket.ts'

export interface SectionSocketHands {
  readonly section: SectionId
  readonly shared: SharedSocket
  readonly outbox: Outbox
  readonly changed: () => void
  readonly acknowledged: () => void
  readonly refused: (reason: string) => void
}

/** The constructor that a stock `WebsocketProvider` takes as its `WebSocketPolyfill`. */
export type SocketClass = typeof WebSocket

/**
 * A WebSocket that is none: it lets the stock provider of one section ride on the line of the book. On the way it
 * counts the messages that carry edits, and keeps to itself the acknowledgements that the provider does not know.
 */
export function sectionSocketClass(hands: SectionSocketHands): SocketClass {
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
      this.getOff = hands.shared.ride(hands.section, {
        opened: () => {
          if (this.readyState !== 0) return
          this.readyState = 1
          this.onopen?.()
        },
        received: (message) => this.received(message),
        lost: (code) => this.lost(code),
      })
    }

    send(message: Uint8Array): void {
      if (this.readyState !== 1) return
      const [type, kind] = message
      // The provider echoes every caret it hears; with thirty people that is nine hundred messages for nothing.
      if (type === sectionMessage.carets && this.takingCarets) return
      hands.shared.send(hands.section, message)
      if (type !== sectionMessage.sync || kind === syncMessage.step1) return
      if (kind === syncMessage.step2) hands.outbox.sentAll()
      else hands.outbox.sentLast()
      hands.changed()
    }

    close(): void {
      this.getOff()
      this.lost(1000)
    }

    private received(message: Uint8Array): void {
      const type = message[0]
      if (type === sectionMessage.acknowledged || type === sectionMessage.refused) {
        const read = readSectionMessage(message)
        if (read.type === 'acknowledged') {
          if (hands.outbox.acknowledged(read.count)) hands.acknowledged()
        } else if (read.type === 'refused') hands.refused(read.reason)
        return
      }
      this.takingCarets = type === sectionMessage.carets
      try {
        this.onmessage?.({ data: message })
      } finally {
        this.takingCarets = false
      }
    }

    private lost(code: number): void {
      if (this.readyState === 3) return
      const wasOpen = this.readyState === 1
      this.readyState = 3
      this.getOff()
      if (wasOpen) {
        hands.outbox.lineLost()
        hands.changed()
      }
      this.onclose?.({ code, reason: '' })
    }
  }
  return SectionSocket as unknown as SocketClass
}
