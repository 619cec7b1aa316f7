import type { SectionId } from '@witboek/domain'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What rooms of one book on several servers tell each other besides what they record. All of it passes. */
export type RoomMessage =
  /** Where people on that server point in a section: an awareness message. */
  | { readonly type: 'carets'; readonly section: SectionId; readonly bytes: Uint8Array }
  /** Somebody has just opened the book: say all carets again. */
  | { readonly type: 'carets-wanted' }
  /** A lock is about to fall (LOCK-3): pages go read-only and send their last words. */
  | { readonly type: 'closing'; readonly round: string; readonly sections: readonly SectionId[] }
  /** All of that server's pages have, and it is recorded. */
  | { readonly type: 'flushed'; readonly round: string }

const kinds = ['carets', 'carets-wanted', 'closing', 'flushed'] as const satisfies readonly RoomMessage['type'][]

export function encodeRoomMessage(message: RoomMessage): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, kinds.indexOf(message.type))
  switch (message.type) {
    case 'carets':
      encoding.writeVarString(encoder, message.section)
      encoding.writeVarUint8Array(encoder, message.bytes)
      break
    case 'closing':
      encoding.writeVarString(encoder, message.round)
      encoding.writeVarUint(encoder, message.sections.length)
      for (const section of message.sections) encoding.writeVarString(encoder, section)
      break
    case 'flushed':
      encoding.writeVarString(encoder, message.round)
      break
    case 'carets-wanted':
      break
  }
  return encoding.toUint8Array(encoder)
}

/** `null` for a kind of message of a later version, which this one can do without. Throws on bytes that are cut off. */
export function readRoomMessage(bytes: Uint8Array): RoomMessage | null {
  const decoder = decoding.createDecoder(bytes)
  const type = kinds[decoding.readUint8(decoder)]
  if (type === undefined) return null
  switch (type) {
    case 'carets':
      return {
        type,
        section: decoding.readVarString(decoder) as SectionId,
        bytes: decoding.readVarUint8Array(decoder),
      }
    case 'closing': {
      const round = decoding.readVarString(decoder)
      const count = decoding.readVarUint(decoder)
      return {
        type,
        round,
        sections: Array.from({ length: count }, () => decoding.readVarString(decoder) as SectionId),
      }
    }
    case 'flushed':
      return { type, round: decoding.readVarString(decoder) }
    case 'carets-wanted':
      return { type }
  }
}
