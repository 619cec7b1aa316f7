import type { BookRights, Manifest, SectionId, StructureFact } from '@witboek/domain'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The document endpoint speaks the y-websocket protocol per section. On a line for a whole book (`/collab/<bookId>`) each
 * message has the section's slot number in front; slot 0 is the book itself. The slots are the same for everyone in the
 * book, so that a message to all is encoded once. On a line for one section (`/collab/<bookId>/<sectionId>`) there is no
 * slot and none of our own messages: a stock y-websocket client needs nothing else.
 */
export const wireVersion = 1

/** The y-websocket protocol's own message types. */
export const sectionMessage = { sync: 0, carets: 1, refused: 2, queryCarets: 3, acknowledged: 64 } as const
export const syncMessage = { step1: 0, step2: 1, update: 2 } as const
export const bookSlot = 0
export const bookMessage = { welcome: 0, fact: 1, moving: 2 } as const

/**
 * WebSocket close codes. As in HTTP, 44xx is the server's final word and 45xx means: come back after a pause
 * (y-websocket keeps the same convention).
 */
export const closeCode = {
  notUnderstood: 4400,
  notSignedIn: 4401,
  refused: 4403,
  notFound: 4404,
  tooLarge: 4413,
  tryAgain: 4500,
  moving: 4503,
  tooSlow: 4508,
} as const

/** No single frame is larger: it bounds what one connection can make the server hold. */
export const frameMax = 4 * 1024 * 1024

/** The first message on a book's line. `slots[i]` is the section with slot number i + 1, removed ones included. */
export interface Welcome {
  readonly version: number
  readonly seq: number
  readonly manifest: Manifest
  readonly rights: BookRights
  readonly slots: readonly SectionId[]
}

export interface FactMessage {
  readonly seq: number
  readonly fact: StructureFact
}

const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const syncFrame = (kind: keyof typeof syncMessage, bytes: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.sync)
    encoding.writeVarUint(encoder, syncMessage[kind])
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const caretsFrame = (bytes: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.carets)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** "Permission denied" of the y-websocket protocol, with our refusal code as its reason. */
export const refusedFrame = (reason: string): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.refused)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, reason)
  })

/** All messages with edits up to the `count`-th of this section on this line are durable; the last one is number `seq`. */
export const acknowledgedFrame = (count: number, seq: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.acknowledged)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, seq)
  })

export const bookFrame = (kind: keyof typeof bookMessage, message: unknown): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, bookMessage[kind])
    encoding.writeVarString(encoder, JSON.stringify(message))
  })

/** Puts the slot number in front of a section's message. */
export const inSlot = (slot: number, message: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, slot)
    encoding.writeUint8Array(encoder, message)
  })

/** Takes the slot number off. Throws on bytes that are none of ours. */
export function outOfSlot(frame: Uint8Array): { slot: number; message: Uint8Array } {
  const decoder = decoding.createDecoder(frame)
  const slot = decoding.readVarUint(decoder)
  return { slot, message: decoding.readTailAsUint8Array(decoder) }
}

/** One message of a section, read. Throws on bytes that are none of ours. */
export type SectionMessage =
  | { readonly type: 'step1' | 'step2' | 'update' | 'carets'; readonly bytes: Uint8Array }
  | { readonly type: 'queryCarets' }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'acknowledged'; readonly count: number; readonly seq: number }

export function readSectionMessage(message: Uint8Array): SectionMessage {
  const decoder = decoding.createDecoder(message)
  const read = readMessage(decoder)
  if (decoding.hasContent(decoder)) throw new RangeError('bytes after the end of a message')
  return read
}

function readMessage(decoder: decoding.Decoder): SectionMessage {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case sectionMessage.sync: {
      const kind = decoding.readVarUint(decoder)
      const name = (['step1', 'step2', 'update'] as const)[kind]
      if (!name) throw new RangeError(`unknown sync message ${kind}`)
      return { type: name, bytes: decoding.readVarUint8Array(decoder) }
    }
    case sectionMessage.carets:
      return { type: 'carets', bytes: decoding.readVarUint8Array(decoder) }
    case sectionMessage.queryCarets:
      return { type: 'queryCarets' }
    case sectionMessage.refused:
      decoding.readVarUint(decoder)
      return { type: 'refused', reason: decoding.readVarString(decoder) }
    case sectionMessage.acknowledged:
      return { type: 'acknowledged', count: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }
    default:
      throw new RangeError(`unknown message ${type}`)
  }
}

export type BookMessage =
  | { readonly type: 'welcome'; readonly welcome: Welcome }
  | { readonly type: 'fact'; readonly fact: FactMessage }
  | { readonly type: 'moving' }

/** One message of slot 0, read by the client. An unknown one (a newer server) is `null`: it is passed over. */
export function readBookMessage(message: Uint8Array): BookMessage | null {
  const decoder = decoding.createDecoder(message)
  switch (decoding.readVarUint(decoder)) {
    case bookMessage.welcome:
      return { type: 'welcome', welcome: JSON.parse(decoding.readVarString(decoder)) as Welcome }
    case bookMessage.fact:
      return { type: 'fact', fact: JSON.parse(decoding.readVarString(decoder)) as FactMessage }
    case bookMessage.moving:
      return { type: 'moving' }
    default:
      return null
  }
}
