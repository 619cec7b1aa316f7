import type { BookEntry, PersonId, SectionId } from '@witboek/domain'
import * as Y from 'yjs'
import { Authors } from './authors.ts'
import { Carets } from './carets.ts'
import { digestOf } from '../digest.ts'
import { judgeUpdate, nothingParked } from '../guard/judge.ts'
import type { Verdict } from '../guard/verdict.ts'
import { applyRecorded, stillStands } from './recorded-edit.ts'

/** A section holds no more than this (bytes of its document): longer texts are two sections, and every joiner loads it. */
export const sectionBytesMax = 4 * 1024 * 1024

/** One section of an open book: its document, whose words are in it, and the carets. */
export class SectionRoom {
  readonly id: SectionId
  /** Number on the wire, the same for everyone in the book. */
  readonly slot: number
  readonly carets: Carets
  /** Changed since the last digest went out. */
  digestDue = false
  private doc: Y.Doc
  private owners: Authors
  private bytes: number
  /** The whole state for those who have nothing yet: encoded once for a hall that joins at the same moment. */
  private whole: Uint8Array | null = null
  private vector: Uint8Array | null = null
  /** What somebody is sent who has all of it, and sends in turn: every deletion ever made, and nothing else. */
  private nothingMore: Uint8Array | null = null

  constructor(id: SectionId, slot: number, doc: Y.Doc, authors: Iterable<readonly [number, PersonId]> = []) {
    this.id = id
    this.slot = slot
    this.doc = doc
    this.owners = new Authors(authors)
    this.carets = new Carets((client, person) => this.owners.claim(client, person))
    this.bytes = this.everything().byteLength
  }

  get authors(): Authors {
    return this.owners
  }

  /** How full the section is, in percent of what it can hold. */
  get filled(): number {
    return Math.ceil((this.bytes / sectionBytesMax) * 100)
  }

  hasRoomFor(update: Uint8Array): boolean {
    return this.bytes + update.byteLength <= sectionBytesMax
  }

  /** What this update of this person would do; nothing is applied. */
  judge(update: Uint8Array, person: PersonId): Verdict {
    // A hall that comes back with nothing new says these very bytes, each of them.
    if (this.nothingMore && isSame(update, this.nothingMore)) return { kind: 'nothing' }
    return judgeUpdate(update, this.doc, (client) => this.authors.ownerOf(client, person))
  }

  /**
   * Applies an update that was judged to be `something`, and answers what it really changed, in the document's own words:
   * only that is kept and sent on, never the client's bytes. Throws when Yjs cannot place it; the room then starts afresh.
   */
  apply(update: Uint8Array): Uint8Array | null {
    const changed: Uint8Array[] = []
    const listen = (own: Uint8Array) => void changed.push(own)
    this.doc.on('update', listen)
    try {
      Y.applyUpdate(this.doc, update)
    } finally {
      this.doc.off('update', listen)
    }
    if (!nothingParked(this.doc)) throw new Error('an update was parked by Yjs after it had passed the guard')
    if (changed.length === 0) return null
    const [only, ...more] = changed
    // Yjs tidies up format marks in a transaction of its own: both belong to this edit.
    const whole = more.length === 0 ? (only as Uint8Array) : Y.mergeUpdates(changed)
    this.changed(whole)
    return whole
  }

  /** Whether what waits to be recorded is still as it was judged, after others recorded these edits. */
  stillStands(waiting: readonly Uint8Array[], recorded: readonly Uint8Array[]): boolean {
    return stillStands(this.doc, waiting, recorded)
  }

  /** Takes in an edit that another server has recorded. */
  follow({ update, newClients, person }: Extract<BookEntry, { kind: 'edit' }>): void {
    applyRecorded(this.doc, update)
    this.owners.wrote(newClients, person)
    this.changed(update)
  }

  /** Begins again from what is recorded: what was only applied is gone from here, and still with its writers. */
  beginAgain(doc: Y.Doc, authors: Iterable<readonly [number, PersonId]>): void {
    this.doc.destroy()
    this.doc = doc
    this.owners = this.owners.begunAgain(authors)
    this.whole = this.vector = this.nothingMore = null
    this.digestDue = true
    this.bytes = this.everything().byteLength
  }

  /** What `change` would do to this section, as an update of a fresh author; the section itself stays as it is. */
  draft(change: (doc: Y.Doc) => void): { readonly update: Uint8Array; readonly client: number } {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, this.everything())
    const before = Y.encodeStateVector(copy)
    copy.transact(() => change(copy))
    const update = Y.encodeStateAsUpdate(copy, before)
    const client = copy.clientID
    copy.destroy()
    return { update, client }
  }

  /** What somebody who has this much of each client id still misses. */
  missingFor(known: ReadonlyMap<number, number>): Uint8Array {
    if (known.size === 0) return this.everything()
    const vector = Y.encodeStateVector(new Map(known))
    if (!isSame(vector, this.stateVector())) return Y.encodeStateAsUpdate(this.doc, vector)
    return (this.nothingMore ??= Y.encodeStateAsUpdate(this.doc, vector))
  }

  stateVector(): Uint8Array {
    return (this.vector ??= Y.encodeStateVector(this.doc))
  }

  /** How far the section goes, per client id. */
  reach(): Map<number, number> {
    return Y.decodeStateVector(this.stateVector())
  }

  digest(): string {
    return digestOf(this.doc)
  }

  /** The whole state, after proof that it reads back to what the document holds. Throws when it does not. */
  state(): Uint8Array {
    const state = this.everything()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, state)
    const same = Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(this.doc)) && nothingParked(copy)
    copy.destroy()
    if (!same) throw new Error('a snapshot does not read back to the state it was taken from')
    this.bytes = state.byteLength
    return state
  }

  /** Reads from the document; whatever `reader` does, it does not write. */
  read<Value>(reader: (doc: Y.Doc) => Value): Value {
    return reader(this.doc)
  }

  destroy(): void {
    this.doc.destroy()
  }

  private changed(update: Uint8Array): void {
    this.bytes += update.byteLength
    this.digestDue = true
    this.whole = this.vector = this.nothingMore = null
  }

  private everything(): Uint8Array {
    return (this.whole ??= Y.encodeStateAsUpdate(this.doc))
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.byteLength !== other.byteLength) return false
  for (let i = 0; i < one.byteLength; i++) if (one[i] !== other[i]) return false
  return true
}
