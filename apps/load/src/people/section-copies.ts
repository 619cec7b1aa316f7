import { bodyOf, newSectionDoc } from '@witboek/book'
import type { updateBytes } from '@witboek/testkit'
import * as Y from 'yjs'

/** What somebody who was there before says on coming back. */
interface Known {
  readonly stateVector: Uint8Array
  /** All deletions, which a first sync always repeats. */
  readonly deletions: Uint8Array
}

/** What a section held when the first of this generator came into it: for all who need to know it, once. */
export class SectionCopies {
  private readonly states = new Map<string, Uint8Array>()
  private readonly keeping = new Set<string>()
  private readonly known = new Map<string, Known>()
  private readonly last = new Map<string, updateBytes.Ref | null>()

  /** Whether somebody is wanted who keeps the sections of this room as they come in; whoever asks first is. */
  wantsKeeper(room: string): boolean {
    if (this.keeping.has(room)) return false
    this.keeping.add(room)
    return true
  }

  /** The keeper never got that far. */
  keeperLost(room: string): void {
    this.keeping.delete(room)
  }

  put(room: string, section: number, state: Uint8Array): void {
    this.states.set(keyOf(room, section), state)
  }

  knownOf(room: string, section: number): Known | null {
    const key = keyOf(room, section)
    const state = this.states.get(key)
    if (!state) return null
    const known = this.known.get(key) ?? read(state, knownIn)
    this.known.set(key, known)
    return known
  }

  /** The last thing in the text: what a new paragraph is put behind. `null` for an empty text. */
  lastIn(room: string, section: number): updateBytes.Ref | null {
    const key = keyOf(room, section)
    const state = this.states.get(key)
    if (!state) return null
    const found = this.last.get(key)
    const last = found === undefined ? read(state, lastOf) : found
    this.last.set(key, last)
    return last
  }
}

const keyOf = (room: string, section: number): string => `${room} ${section}`

function read<Value>(state: Uint8Array, reader: (doc: Y.Doc) => Value): Value {
  const doc = newSectionDoc()
  Y.applyUpdate(doc, state)
  const value = reader(doc)
  doc.destroy()
  return value
}

function knownIn(doc: Y.Doc): Known {
  const stateVector = Y.encodeStateVector(doc)
  return { stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) }
}

function lastOf(doc: Y.Doc): updateBytes.Ref | null {
  const body = bodyOf(doc)
  const { item } = Y.createRelativePositionFromTypeIndex(body, body.length, -1)
  return item ? [item.client, item.clock] : null
}
