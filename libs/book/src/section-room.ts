import type { SectionId } from '@witboek/domain'
import * as Y from 'yjs'
import { Carets } from './carets.ts'
import { effectOf, nothingParked, type Effect } from './section-guard.ts'

/** One section of an open book: its document, and the carets in it. */
export class SectionRoom {
  readonly id: SectionId
  /** Number on the wire, the same for everyone in the book. */
  readonly slot: number
  readonly carets = new Carets()
  private readonly doc: Y.Doc

  constructor(id: SectionId, slot: number, doc: Y.Doc) {
    this.id = id
    this.slot = slot
    this.doc = doc
  }

  effectOf(update: Uint8Array): Effect {
    return effectOf(update, this.doc)
  }

  /**
   * Applies an update whose effect is `something` and answers what it really changed, in the document's own words: only
   * that is kept and sent on, never the client's bytes. Throws when Yjs cannot place it; the room then starts afresh.
   */
  apply(update: Uint8Array): Uint8Array | null {
    let changed: Uint8Array | null = null
    const listen = (bytes: Uint8Array) => {
      changed = changed ? Y.mergeUpdates([changed, bytes]) : bytes
    }
    this.doc.on('update', listen)
    try {
      Y.applyUpdate(this.doc, update)
    } finally {
      this.doc.off('update', listen)
    }
    if (!nothingParked(this.doc)) throw new Error('an update was parked by Yjs after it had passed the guard')
    return changed
  }

  /** What somebody with this state vector still misses. Throws on a malformed vector. */
  missingFor(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** The whole state, after proof that it reads back to what the document holds. Throws when it does not. */
  state(): Uint8Array {
    const state = Y.encodeStateAsUpdate(this.doc)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, state)
    const same = Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(this.doc))
    copy.destroy()
    if (!same) throw new Error(`the state of section ${this.id} does not read back`)
    return state
  }

  read<Value>(reader: (doc: Y.Doc) => Value): Value {
    return reader(this.doc)
  }

  destroy(): void {
    this.doc.destroy()
  }
}
