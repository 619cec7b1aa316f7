import { Reader } from './reader.ts'

const reader = new Reader()
const kinds = { gc: 0, deleted: 1, text: 4, format: 6, type: 7, skip: 10 } as const

/**
 * Tells of each run of text that an update brings: whose (client id), from which number on, and how many letters. It reads
 * no more of the update than that, and stops where something stands that nobody here types.
 */
export function lettersIn(
  update: Uint8Array,
  start: number,
  end: number,
  tell: (client: number, clock: number, length: number) => void,
): void {
  reader.over(update, start, end)
  const blocks = reader.varUint()
  for (let block = 0; block < blocks; block++) {
    const structs = reader.varUint()
    const client = reader.varUint()
    let clock = reader.varUint()
    for (let struct = 0; struct < structs; struct++) {
      const info = reader.byte()
      const kind = info & 31
      if (kind === kinds.gc || kind === kinds.skip) {
        clock += reader.varUint()
        continue
      }
      passPlace(info)
      const length = contentLength(kind)
      if (length === null) return
      if (kind === kinds.text) tell(client, clock, length)
      clock += length
    }
  }
}

/** Where it stands: beside other letters, or in something. */
function passPlace(info: number): void {
  if (info & 128) passId()
  if (info & 64) passId()
  if (info & 192) return
  if (reader.varUint() === 1) reader.sized()
  else passId()
  if (info & 32) reader.sized()
}

function passId(): void {
  reader.varUint()
  reader.varUint()
}

function contentLength(kind: number): number | null {
  switch (kind) {
    case kinds.deleted:
      return reader.varUint()
    case kinds.text: {
      const bytes = reader.sized()
      return utf16Length(reader.at - bytes, bytes)
    }
    case kinds.format:
      reader.sized()
      reader.sized()
      return 1
    case kinds.type:
      // Elements say their name, text does not.
      if (reader.varUint() === 3) reader.sized()
      return 1
    default:
      return null
  }
}

/** Yjs counts as JavaScript does. */
function utf16Length(start: number, bytes: number): number {
  let length = 0
  for (let i = start; i < start + bytes; i++) {
    const byte = reader.bytes[i] as number
    if ((byte & 192) !== 128) length += byte >= 240 ? 2 : 1
  }
  return length
}
