import {
  emptyManifest,
  withFact,
  type AuthorRecord,
  type BookId,
  type Manifest,
  type RecordedEntry,
  type SectionId,
} from '@witboek/domain'
import * as Y from 'yjs'
import { nothingParked } from '../guard/judge.ts'
import { newSectionDoc } from '../layout.ts'
import type { RoomLog } from './room-log.ts'

/** A book as the log tells it at number `head`. */
export interface LoadedBook {
  readonly head: number
  /** Since the last snapshot: what a next one would save reading. */
  readonly tail: { readonly entries: number; readonly bytes: number; readonly sections: ReadonlySet<SectionId> }
  readonly manifest: Manifest
  /** Every section ever added, in that order: its place is its slot number on the wire. */
  readonly docs: ReadonlyMap<SectionId, Y.Doc>
  readonly authors: readonly AuthorRecord[]
}

/** Small pages: one read never holds up the others for long. */
const page = 500

/** Latest snapshot, then the entries after it. History before the snapshot stays in the log and is not read. */
export async function loadBook(book: BookId, log: RoomLog): Promise<LoadedBook> {
  const snapshot = await log.latestSnapshot(book)
  const docs = new Map<SectionId, Y.Doc>()
  let manifest = emptyManifest
  const take = (entry: RecordedEntry): void => {
    if (entry.kind === 'fact') {
      manifest = withFact(manifest, entry.fact)
      if (entry.fact.type === 'section:added') docs.set(entry.fact.section, newSectionDoc())
    } else {
      const doc = docs.get(entry.section)
      if (!doc) throw new Error(`entry ${entry.seq} of ${book} edits a section that was never added`)
      Y.applyUpdate(doc, entry.update)
      if (!nothingParked(doc)) throw new Error(`entry ${entry.seq} of ${book} builds on something that is not there`)
    }
  }
  if (snapshot) {
    for (const fact of await log.facts(book, snapshot.seq)) take(fact)
    for (const { section, state } of snapshot.sections) {
      const doc = docs.get(section)
      if (doc) Y.applyUpdate(doc, state)
    }
  }
  let head = snapshot?.seq ?? 0
  const tail = { entries: 0, bytes: 0, sections: new Set<SectionId>() }
  for (;;) {
    const entries = await log.read(book, { after: head, limit: page })
    for (const entry of entries) {
      if (entry.seq !== head + 1) throw new Error(`the log of ${book} has a gap after ${head}`)
      take(entry)
      head = entry.seq
      tail.entries += 1
      if (entry.kind === 'edit') {
        tail.bytes += entry.update.byteLength
        tail.sections.add(entry.section)
      }
    }
    if (entries.length < page) return { head, tail, manifest, docs, authors: await log.authors(book) }
  }
}
