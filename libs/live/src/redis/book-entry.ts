import type { RecordedEntry } from '@witboek/domain'

/**
 * An entry larger than this (bytes) is not spread, only its number: whoever has the book open reads it in the log. With
 * `streamLength` it bounds what a book takes in Redis.
 */
const spreadMax = 16 * 1024
/** So many entries are kept per book, for a server that reads a little late. */
export const streamLength = 500

/** An entry of a stream, as Redis takes it and gives it back. */
export type Fields = readonly (string | Buffer)[]

/** What a stream tells: an entry, or (`null`) that there is one in the log. */
export interface Spread {
  readonly seq: number
  readonly server: string
  readonly entry: RecordedEntry | null
}

/** That there is an entry with this number, and nothing more. */
export const fieldsOfNumber = (server: string): Fields => ['s', server]

export function fieldsOf(server: string, entry: RecordedEntry): Fields {
  const { update, head } = parts(entry)
  const json = JSON.stringify(head)
  if (json.length + (update?.byteLength ?? 0) > spreadMax) return fieldsOfNumber(server)
  return ['s', server, 'e', json, ...(update ? ['u', asBuffer(update)] : [])]
}

export function spreadOf(id: Buffer, fields: readonly Buffer[]): Spread {
  const named = new Map<string, Buffer>()
  for (let i = 0; i + 1 < fields.length; i += 2) named.set(String(fields[i]), fields[i + 1] as Buffer)
  return {
    seq: Number.parseInt(id.toString('latin1'), 10),
    server: named.get('s')?.toString('latin1') ?? '',
    entry: entryOf(named.get('e'), named.get('u')),
  }
}

/** How much memory it takes while it is under way (bytes), roughly. */
export const sizeOf = (fields: Fields): number =>
  fields.reduce((sum, field) => sum + (typeof field === 'string' ? field.length : field.byteLength), 200)

/** What cannot be read is there all the same: in the log. */
function entryOf(json: Buffer | undefined, update: Buffer | undefined): RecordedEntry | null {
  if (!json) return null
  try {
    const head = JSON.parse(json.toString()) as RecordedEntry
    return update ? ({ ...head, update: asBytes(update) } as RecordedEntry) : head
  } catch {
    return null
  }
}

function parts(entry: RecordedEntry): { head: object; update: Uint8Array | null } {
  if (entry.kind !== 'edit') return { head: entry, update: null }
  const { update, ...head } = entry
  return { head, update }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A copy of its own: the buffer of the connection, of which it is a part, is not kept for it. */
const asBytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer)
