import type { SectionId } from '@witboek/domain'
import * as Y from 'yjs'
import { wordsInUpdate } from '../words.ts'
import type { KeptEdits } from './kept-edits.ts'
import type { OwnEdit } from './outbox.ts'
import type { WordsShelf } from './words-shelf.ts'

/** Own edits from elsewhere – a tab that was closed, a copy that broke – until the section they belong to is in sync. */
export class WaitingEdits {
  private readonly edits: KeptEdits
  private readonly shelf: WordsShelf
  private readonly waiting = new Map<SectionId, readonly OwnEdit[]>()

  constructor(edits: KeptEdits, shelf: WordsShelf) {
    this.edits = edits
    this.shelf = shelf
  }

  get sections(): readonly SectionId[] {
    return [...this.waiting.keys()]
  }

  in(section: SectionId): number {
    return this.waiting.get(section)?.length ?? 0
  }

  add(section: SectionId, edits: readonly OwnEdit[]): void {
    if (edits.length > 0) this.waiting.set(section, [...(this.waiting.get(section) ?? []), ...edits])
  }

  /** Puts them into the text, from where they go to the server like any edit; what has no ground there becomes words. */
  bring(section: SectionId, doc: Y.Doc): void {
    const edits = this.take(section)
    if (edits.length === 0) return
    const update = merged(edits)
    if (!update || !fitsOn(doc, update)) return this.shelve(section, edits, 'orphaned-text', Y.encodeStateVector(doc))
    Y.applyUpdate(doc, update, this)
    this.edits.forget(edits)
  }

  /** They can go nowhere. */
  keepAsWords(section: SectionId, code: string): void {
    const edits = this.take(section)
    if (edits.length > 0) this.shelve(section, edits, code)
  }

  private take(section: SectionId): readonly OwnEdit[] {
    const edits = this.waiting.get(section) ?? []
    this.waiting.delete(section)
    return edits
  }

  /** `known`: what the server has of it already is in the text, and not lost. */
  private shelve(section: SectionId, edits: readonly OwnEdit[], code: string, known?: Uint8Array): void {
    const update = merged(edits)
    const pieces = update ? wordsInUpdate(known ? Y.diffUpdate(update, known) : update) : []
    this.shelf.add(section, code, pieces, edits)
  }
}

/** `null` when the device gave back nothing that it was given. */
function merged(edits: readonly OwnEdit[]): Uint8Array | null {
  const readable = edits.map(({ update }) => update).filter(isUpdate)
  return readable.length > 0 ? Y.mergeUpdates(readable) : null
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}

/** Tried on a copy: Yjs would keep what it cannot place, and everything that builds on it. */
function fitsOn(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(copy, update)
    return !copy.store.pendingStructs && !copy.store.pendingDs
  } catch {
    return false
  } finally {
    copy.destroy()
  }
}
