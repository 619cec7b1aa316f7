import * as Y from 'yjs'
import { NotAnUpdate } from './bytes.ts'
import { reachOf } from './known.ts'
import { Placement } from './placement.ts'
import { leavesGap } from './reach.ts'
import { cutsNewLetter, isInvisible, removalsOf } from './removals.ts'
import { Scan } from './scan.ts'
import type { Ownership, Verdict } from './verdict.ts'
import { gap, malformed, notAllowed } from './verdicts.ts'

const nothing: Verdict = { kind: 'nothing' }
const foreign: Verdict = { kind: 'refused', code: 'foreign-author', why: 'it holds what another account wrote' }
const orphaned: Verdict = { kind: 'refused', code: 'orphaned-text', why: 'it stands in what was deleted meanwhile' }

const cutsLetter = notAllowed('it cuts a letter in half')

/** One for all: judging is done before anything else is looked at, and it holds on to nothing. */
const scan = new Scan()
const placement = new Placement(scan)

/**
 * What this update would do to a section's document, found out without doing it. `ownerOf` tells whose a client id is,
 * seen from the person who sent it. Whatever the bytes are, it answers; the document stays as it is (GUARD-1).
 */
export function judgeUpdate(update: Uint8Array, doc: Y.Doc, ownerOf: (client: number) => Ownership): Verdict {
  try {
    return judge(update, doc, ownerOf)
  } catch (error) {
    return malformed(error instanceof NotAnUpdate ? error.message : `unexpected: ${String(error)}`)
  } finally {
    placement.release()
  }
}

function judge(sent: Uint8Array, doc: Y.Doc, ownerOf: (client: number) => Ownership): Verdict {
  const { store } = doc
  scan.read(sent)
  let update = sent
  if (repeats(store)) {
    if (repeatsOnly(store)) return nothing
    // Claims about what is known do not count: the part that is new is cut out, and read as strictly as any update.
    update = Y.diffUpdate(sent, Y.encodeStateVector(statesOf(store)))
    scan.read(update)
  }
  if (leavesGap(scan, store)) return gap
  if (scan.blocks > 0) {
    const objection = placement.placeAll(doc)
    if (objection?.kind === 'gap') return objection
    if (isForeign(ownerOf)) return foreign
    if (objection) return objection
    if (cutsNewLetter(scan, placement.placed)) return cutsLetter
  }
  const removals = removalsOf(scan, store)
  if (removals.cutsLetter) return cutsLetter
  if (scan.blocks > 0 && placement.orphaned) return orphaned
  if (scan.blocks === 0 && !removals.any) return nothing
  const cosmetic = scan.blocks === 0 && removals.marks !== null && isInvisible(removals.marks)
  return { kind: 'something', update, clients: scan.clients(), cosmetic }
}

/** Whether anything new is under an id that is somebody else's, or would begin in the middle (I5). */
function isForeign(ownerOf: (client: number) => Ownership): boolean {
  for (let block = 0; block < scan.blocks; block++) {
    const whose = ownerOf(scan.blockClient[block] as number)
    if (whose === 'foreign' || (whose === 'free' && scan.blockClock[block] !== 0)) return true
  }
  return false
}

/** Whether any block begins with what the server has. */
function repeats(store: Y.Doc['store']): boolean {
  for (let block = 0; block < scan.blocks; block++) {
    if ((scan.blockClock[block] as number) < reachOf(store, scan.blockClient[block] as number)) return true
  }
  return false
}

/** Whether nothing is new in it at all: a page that says everything it knows is spared the cutting. */
function repeatsOnly(store: Y.Doc['store']): boolean {
  for (let block = 0; block < scan.blocks; block++) {
    if ((scan.blockEnd[block] as number) > reachOf(store, scan.blockClient[block] as number)) return false
  }
  return !leavesGap(scan, store) && !removalsOf(scan, store).any
}

const statesOf = (store: Y.Doc['store']): Map<number, number> =>
  new Map(scan.clients().map((client) => [client, reachOf(store, client)]))

/** Yjs parks what it cannot place; in a book that must never happen, or words would be there and not be seen. */
export const nothingParked = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null
