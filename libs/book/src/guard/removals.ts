import * as Y from 'yjs'
import { cuts, reachOf, type Known } from './known.ts'
import type { Placed } from './placed.ts'
import type { Scan } from './scan.ts'

type Store = Y.Doc['store']

/** What an update takes away that is still there. */
interface Removals {
  readonly any: boolean
  /** A range begins or ends within a letter. */
  readonly cutsLetter: boolean
  /** The format marks among it, when it is nothing but those. */
  readonly marks: readonly Y.Item[] | null
}

const nothing: Removals = { any: false, cutsLetter: false, marks: null }

/** Looks at every range, also at those of which everything is gone: only what still lives counts. */
export function removalsOf(scan: Scan, store: Store): Removals {
  if (scan.deletes === 0) return nothing
  let any = false
  let marks: Y.Item[] | null = []
  for (let range = 0; range < scan.deletes; range++) {
    const client = scan.deleteClient[range] as number
    const start = scan.deleteClock[range] as number
    const end = Math.min(scan.deleteEnd[range] as number, reachOf(store, client))
    if (start >= end) continue
    const structs = store.clients.get(client) as Known[]
    for (let i = Y.findIndexSS(structs, start); i < structs.length; i++) {
      const struct = structs[i] as Known
      if (struct.id.clock >= end) break
      if (struct.deleted) continue
      if (cuts(struct, start) || cuts(struct, end)) return { any: true, cutsLetter: true, marks: null }
      any = true
      if (marks !== null && struct instanceof Y.Item && struct.content instanceof Y.ContentFormat) marks.push(struct)
      else marks = null
    }
  }
  return any ? { any, cutsLetter: false, marks } : nothing
}

/** The same for what is new in this very update: a letter that is brought in and cut in half at once. */
export function cutsNewLetter(scan: Scan, placed: Placed): boolean {
  for (let range = 0; range < scan.deletes; range++) {
    const client = scan.deleteClient[range] as number
    const block = scan.blockOf(client)
    if (block < 0) continue
    const from = scan.blockClock[block] as number
    for (const clock of [scan.deleteClock[range] as number, scan.deleteEnd[range] as number]) {
      if (clock <= from || clock >= (scan.blockEnd[block] as number)) continue
      if (placed.cutsNew(placed.newAt(client, clock), clock)) return true
    }
  }
  return false
}

/**
 * Whether nobody sees these marks go. Yjs tidies up marks that say nothing, also in the page of somebody who only reads;
 * but taking away a mark that does say something changes how words look.
 */
export function isInvisible(marks: readonly Y.Item[]): boolean {
  const going = new Set(marks)
  return [...new Set(marks.map((mark) => mark.parent as Y.AbstractType<unknown>))].every((text) =>
    sameLook(text, going),
  )
}

function sameLook(text: Y.AbstractType<unknown>, going: ReadonlySet<Y.Item>): boolean {
  const before = new Map<string, string>()
  const after = new Map<string, string>()
  /** Marks about which the two differ where we are. */
  const different = new Set<string>()
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (!(item.content instanceof Y.ContentFormat)) {
      if (different.size > 0) return false
      continue
    }
    const { key, value } = item.content
    const said = JSON.stringify(value)
    before.set(key, said)
    if (!going.has(item)) after.set(key, said)
    if ((before.get(key) ?? 'null') === (after.get(key) ?? 'null')) different.delete(key)
    else different.add(key)
  }
  return true
}
