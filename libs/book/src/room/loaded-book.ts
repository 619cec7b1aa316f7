import {
  emptyManifest,
  withFact,
  type AuthorRecord,
  type BookId,
  type Manifest,
  type PersonId,
  type RecordedEntry,
  type SectionId,
} from '@witboek/domain'
import type * as Y from 'yjs'
import { newSectionDoc } from '../layout.ts'
import { applyRecorded } from './recorded-edit.ts'
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
      applyRecorded(doc, entry.update)
    }
  }
  if (snapshot) {
    for (const fact of await log.facts(book, snapshot.seq)) take(fact)
    for (const { section, state } of snapshot.sections) {
      const doc = docs.get(section)
      if (doc) applyRecorded(doc, state)
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

/** Some sections as the log tells them, and everything recorded after `head` up to the number they stand for. */
export interface LoadedSections {
  readonly entries: readonly RecordedEntry[]
  readonly docs: ReadonlyMap<SectionId, Y.Doc>
  readonly authors: ReadonlyMap<SectionId, readonly (readonly [number, PersonId])[]>
}

/** Reads these sections anew, to where the log is now. */
export async function loadSections(
  book: BookId,
  log: RoomLog,
  { head, sections }: { readonly head: number; readonly sections: ReadonlySet<SectionId> },
): Promise<LoadedSections> {
  const docs = new Map([...sections].map((id) => [id, newSectionDoc()]))
  const snapshot = await log.latestSnapshot(book)
  for (const { section, state } of snapshot?.sections ?? []) {
    const doc = docs.get(section)
    if (doc) applyRecorded(doc, state)
  }
  const entries: RecordedEntry[] = []
  let after = Math.min(snapshot?.seq ?? 0, head)
  for (;;) {
    const read = await log.read(book, { after, limit: page })
    for (const entry of read) {
      // What the snapshot holds already changes nothing when it is applied once more.
      if (entry.kind === 'edit') {
        const doc = docs.get(entry.section)
        if (doc) applyRecorded(doc, entry.update)
      }
      if (entry.seq > head) entries.push(entry)
      after = entry.seq
    }
    if (read.length < page) break
  }
  const authors = Map.groupBy(await log.authors(book), ({ section }) => section)
  return {
    entries,
    docs,
    authors: new Map(
      [...sections].map((id) => [id, (authors.get(id) ?? []).map(({ client, person }) => [client, person])]),
    ),
  }
}
