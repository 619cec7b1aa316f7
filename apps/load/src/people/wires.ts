import { sectionMessage, syncMessage, type Welcome } from '@witboek/book'
import * as encoding from 'lib0/encoding'
import { Reader } from './reader.ts'
import type { Heard, Wire } from './wire.ts'

export type WireName = 'book' | 'plain' | 'relay' | 'hocuspocus'

const reader = new Reader()

/** What stands in a section's message, from where the reader is. */
function readMessage(heard: Heard): void {
  const type = reader.varUint()
  heard.kind = 'other'
  switch (type) {
    case sectionMessage.sync: {
      const kind = reader.varUint()
      heard.kind = kind === syncMessage.step1 ? 'step1' : kind === syncMessage.step2 ? 'step2' : 'update'
      return content(heard)
    }
    case sectionMessage.carets:
      heard.kind = 'carets'
      return content(heard)
    case sectionMessage.acknowledged:
      heard.kind = 'acknowledged'
      heard.count = reader.varUint()
      return
    case sectionMessage.setAside:
      heard.kind = 'setAside'
      return
  }
}

function content(heard: Heard): void {
  const length = reader.varUint()
  heard.start = reader.at
  heard.end = reader.at + length
}

const encoded = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** Our own: one line for a whole book, with the number of the section in front of each message. */
const book: Wire = {
  syncs: true,
  acknowledges: 'up to',
  welcomes: true,
  address: (server, room) => `${server}/collab/${room}`,
  greeting: () => [],
  wrap: (_room, section, message) =>
    encoded((encoder) => {
      encoding.writeVarUint(encoder, section + 1)
      encoding.writeUint8Array(encoder, message)
    }),
  read(bytes, start, end, heard) {
    const slot = reader.over(bytes, start, end).varUint()
    if (slot > 0) {
      heard.section = slot - 1
      return readMessage(heard)
    }
    heard.kind = 'other'
    if (reader.varUint() !== 0) return
    const length = reader.varUint()
    const text = new TextDecoder().decode(bytes.subarray(reader.at, reader.at + length))
    heard.kind = 'welcome'
    heard.count = (JSON.parse(text) as Welcome).slots.length
  },
}

/** The y-websocket protocol as it is: a line is a document. */
const plain: Wire = {
  syncs: true,
  acknowledges: 'none',
  welcomes: false,
  address: (server, room) => `${server}/${room}`,
  greeting: () => [],
  wrap: (_room, _section, message) => message,
  read(bytes, start, end, heard) {
    reader.over(bytes, start, end)
    heard.section = 0
    readMessage(heard)
  },
}

/** The same over a relay, which knows no document and so answers nothing. */
const relay: Wire = { ...plain, syncs: false }

const hocuspocusMessage = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const

/** Hocuspocus: the name of the document in front of each message, a token first, and a status for each edit. */
const hocuspocus: Wire = {
  syncs: true,
  acknowledges: 'each',
  welcomes: false,
  address: (server) => `${server}/`,
  greeting: (room) => [
    encoded((encoder) => {
      encoding.writeVarString(encoder, room)
      encoding.writeVarUint(encoder, hocuspocusMessage.auth)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'anybody')
    }),
  ],
  wrap: (room, _section, message) =>
    encoded((encoder) => {
      encoding.writeVarString(encoder, room)
      encoding.writeUint8Array(encoder, message)
    }),
  read(bytes, start, end, heard) {
    reader.over(bytes, start, end).sized()
    heard.section = 0
    const before = reader.at
    const type = reader.varUint()
    if (type === hocuspocusMessage.syncStatus) {
      heard.kind = reader.varUint() === 1 ? 'acknowledged' : 'setAside'
      heard.count = 1
      return
    }
    heard.kind = 'other'
    if (type === hocuspocusMessage.syncReply) {
      heard.kind = reader.varUint() === syncMessage.step1 ? 'step1' : 'update'
      return content(heard)
    }
    reader.at = before
    if (type !== hocuspocusMessage.auth) readMessage(heard)
  },
}

export const wires: Readonly<Record<WireName, Wire>> = { book, plain, relay, hocuspocus }
