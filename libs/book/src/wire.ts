import type { BookFact, BookRights, Manifest, SectionId } from '@witboek/domain'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The document endpoint speaks the y-websocket protocol per section. On a line for a whole book (`/collab/<bookId>`) each
 * message has the section's slot number in front; slot 0 is the book itself. The slots are the same for everyone in the
 * book, so that a message to all is encoded once. On a line for one section (`/collab/<bookId>/<sectionId>`) there is no
 * slot and none of our own messages: a stock y-websocket client needs nothing else.
 *
 * While servers are renewed one by one, old pages speak to new servers and new pages to old ones. So messages are only
 * added: a page passes over one it does not know, and sends a new one only to a server whose welcome has its version.
 */
export const wireVersion = 2

/**
 * 0 to 3 are the y-websocket protocol's own message types. From 64 on they are ours, only on a book's line:
 * `acknowledged` and `setAside` answer edits; `open` starts a section anew, with counting from 0 and a document that holds
 * nothing unsent; `digest` lets the page compare its copy, `differs` says that it is not the same.
 */
export const sectionMessage = {
  sync: 0,
  carets: 1,
  refused: 2,
  queryCarets: 3,
  acknowledged: 64,
  setAside: 65,
  open: 66,
  digest: 67,
  differs: 68,
} as const
export const syncMessage = { step1: 0, step2: 1, update: 2 } as const
export const bookSlot = 0
/** `closing`, `rights` come from the server; `flushed` is the page's answer to `closing`: all it had is on the line. */
const bookMessage = { welcome: 0, fact: 1, moving: 2, closing: 3, rights: 4, flushed: 16 } as const

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

interface FactMessage {
  readonly seq: number
  readonly fact: BookFact
}

/** A lock is about to fall on these sections (LOCK-3): the page goes read-only there, sends what it has, and says `flushed`. */
export interface ClosingMessage {
  readonly round: number
  readonly sections: readonly SectionId[]
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

/**
 * The `count`-th message with edits of this section on this line was not accepted, and so is everything after it, until
 * the page opens the section anew. All before it has been acknowledged by then.
 */
export const setAsideFrame = (count: number, code: string): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.setAside)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarString(encoder, code)
  })

/** The page starts this section anew: a fresh document, nothing unsent, messages counted from 1. */
export const openFrame = (): Uint8Array => encode((encoder) => encoding.writeVarUint(encoder, sectionMessage.open))

/** What the section's text is at number `seq`, in a few letters (see `digest.ts`), and how full the section is (percent). */
export const digestFrame = (seq: number, digest: string, filled: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.digest)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarString(encoder, digest)
    encoding.writeVarUint(encoder, filled)
  })

/** The page's copy is another one at number `seq`: the server counts it, and the page takes a fresh copy. */
export const differsFrame = (seq: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, sectionMessage.differs)
    encoding.writeVarUint(encoder, seq)
  })

export const bookFrame = (kind: keyof typeof bookMessage, message: unknown): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, bookMessage[kind])
    encoding.writeVarString(encoder, JSON.stringify(message))
  })

export const flushedFrame = (round: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, bookMessage.flushed)
    encoding.writeVarUint(encoder, round)
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
  | { readonly type: 'queryCarets' | 'open' }
  | { readonly type: 'setAside'; readonly count: number; readonly code: string }
  | { readonly type: 'digest'; readonly seq: number; readonly digest: string; readonly filled: number }
  | { readonly type: 'differs'; readonly seq: number }
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
    case sectionMessage.setAside:
      return { type: 'setAside', count: decoding.readVarUint(decoder), code: decoding.readVarString(decoder) }
    case sectionMessage.open:
      return { type: 'open' }
    case sectionMessage.digest:
      return {
        type: 'digest',
        seq: decoding.readVarUint(decoder),
        digest: decoding.readVarString(decoder),
        filled: decoding.readVarUint(decoder),
      }
    case sectionMessage.differs:
      return { type: 'differs', seq: decoding.readVarUint(decoder) }
    default:
      throw new RangeError(`unknown message ${type}`)
  }
}

export type BookMessage =
  | { readonly type: 'welcome'; readonly welcome: Welcome }
  | { readonly type: 'fact'; readonly fact: FactMessage }
  | { readonly type: 'closing'; readonly closing: ClosingMessage }
  | { readonly type: 'rights'; readonly rights: BookRights }
  | { readonly type: 'flushed'; readonly round: number }
  | { readonly type: 'moving' }

/** One message of slot 0, read by either side. An unknown one (a newer server) is `null`: it is passed over. */
export function readBookMessage(message: Uint8Array): BookMessage | null {
  const decoder = decoding.createDecoder(message)
  switch (decoding.readVarUint(decoder)) {
    case bookMessage.welcome:
      return { type: 'welcome', welcome: JSON.parse(decoding.readVarString(decoder)) as Welcome }
    case bookMessage.fact:
      return { type: 'fact', fact: JSON.parse(decoding.readVarString(decoder)) as FactMessage }
    case bookMessage.moving:
      return { type: 'moving' }
    case bookMessage.closing:
      return { type: 'closing', closing: JSON.parse(decoding.readVarString(decoder)) as ClosingMessage }
    case bookMessage.rights:
      return { type: 'rights', rights: JSON.parse(decoding.readVarString(decoder)) as BookRights }
    case bookMessage.flushed:
      return { type: 'flushed', round: decoding.readVarUint(decoder) }
    default:
      return null
  }
}
