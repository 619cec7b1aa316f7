import { emptyManifest, lockOn, withFact, type BookId } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** What a book's sequence says of its locks: how many fell, and how many edits stand where their section was locked. */
export async function locksIn(
  { bookLog }: Store,
  book: BookId,
): Promise<{ readonly locks: number; readonly edits: number; readonly editsBehind: number }> {
  const found = { locks: 0, edits: 0, editsBehind: 0 }
  let manifest = emptyManifest
  for (let after = 0; ;) {
    const entries = await bookLog.read(book, { after, limit: 500 })
    for (const entry of entries) {
      if (entry.seq !== after + 1) throw new Error(`the sequence has a gap after ${after}`)
      after = entry.seq
      if (entry.kind === 'edit') {
        found.edits += 1
        if (lockOn(manifest, entry.section)) found.editsBehind += 1
      } else {
        manifest = withFact(manifest, entry.fact)
        if (entry.fact.type === 'section:locked') found.locks += 1
      }
    }
    if (entries.length < 500) return found
  }
}
