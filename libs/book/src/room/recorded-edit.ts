import * as Y from 'yjs'
import { nothingParked } from '../guard/judge.ts'

/**
 * Applies an edit from the log as it stands there. Yjs would tidy up format marks of its own accord; whoever recorded the
 * edit has recorded that as well, and a document must hold what the log holds and nothing else (I7). Throws when the edit
 * builds on something that is not there.
 */
export function applyRecorded(doc: Y.Doc, update: Uint8Array): void {
  doc.on('afterTransaction', leaveMarks)
  try {
    Y.applyUpdate(doc, update)
  } finally {
    doc.off('afterTransaction', leaveMarks)
  }
  if (!nothingParked(doc)) throw new Error('an edit in the log builds on something that is not there')
}

/** Yjs asks this right after the event: a field of its own, so a spec watches over it. */
function leaveMarks(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false
}

/** Whether what waits (applied, not recorded) is still as it was judged, after others recorded these edits. */
export function stillStands(doc: Y.Doc, waiting: readonly Uint8Array[], recorded: readonly Uint8Array[]): boolean {
  const { store } = doc
  for (const update of recorded)
    for (const [client, clock] of Y.parseUpdateMeta(update).from) if (Y.getState(store, client) > clock) return false
  const deleted = recorded.map((update) => Y.decodeUpdate(update).ds)
  if (deleted.every(({ clients }) => clients.size === 0)) return true
  const isDeleted = ({ id }: Y.Item) => deleted.some((ds) => Y.isDeleted(ds, id))
  return waiting.every((update) => partsOf(doc, update).every((part) => !holdersOf(part).some(isDeleted)))
}

/** What an update that is applied has put into the document and is still there. */
function partsOf({ store }: Y.Doc, update: Uint8Array): Y.Item[] {
  const parts: Y.Item[] = []
  const { from, to } = Y.parseUpdateMeta(update)
  for (const [client, end] of to) {
    for (let clock = from.get(client) ?? 0; clock < end;) {
      const part = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
      if (part instanceof Y.Item && !part.deleted) parts.push(part)
      clock = part.id.clock + part.length
    }
  }
  return parts
}

/** The nodes that something stands in, from the inside to the outside. */
function holdersOf(part: Y.Item): Y.Item[] {
  const holders: Y.Item[] = []
  for (let holder = (part.parent as Y.AbstractType<unknown>)._item; holder;) {
    holders.push(holder)
    holder = (holder.parent as Y.AbstractType<unknown>)._item
  }
  return holders
}
