import type { ParkedPiece } from '@witboek/domain'
import * as Y from 'yjs'
import { beyond, cutBy, rangesOf, type ClockRange, type ClockRanges } from '../words/clock-ranges.ts'
import { wordsOf } from '../words/words-of.ts'

/**
 * What edits that are not to be come down to for their writer: words by place, none when they only took something out or
 * changed a style; `null` when nobody can have noticed them, as when an editor only tidied up. `known`: what the server
 * said that it has, by client id. An edit of which only the acknowledgement got lost is not lost.
 */
export function whatIsLost(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  known: ReadonlyMap<number, number>,
): readonly ParkedPiece[] | null {
  const written = beyond(rangesOf(updates), known)
  const pieces = wordsOf(doc, written)
  return pieces.length > 0 || showsIn(doc, written) || updates.some((update) => tookOut(doc, update, written))
    ? pieces
    : null
}

/** Something of these ranges is still there: a style, or an empty line. */
const showsIn = (doc: Y.Doc, written: ClockRanges): boolean =>
  [...written].some(([client, ranges]) =>
    ranges.some((range) => structsIn(doc, client, range).some((struct) => struct instanceof Y.Item && !struct.deleted)),
  )

/** The update takes out something that was written before, and that was more than a mark that nobody sees. */
const tookOut = (doc: Y.Doc, update: Uint8Array, written: ClockRanges): boolean =>
  [...Y.decodeUpdate(update).ds.clients].some(([client, deleted]) =>
    deleted
      .flatMap(({ clock, len }) => cutBy(written, client, { from: clock, to: clock + len }))
      .filter(({ among }) => !among)
      .some((range) => structsIn(doc, client, range).some(wasVisible)),
  )

/** Of what is gone Yjs only knows how long it was, and whether it counted as text; marks have length 1 and do not count. */
const wasVisible = (struct: Y.Item | Y.GC): boolean =>
  !(struct instanceof Y.Item) || struct.countable || struct.length > 1

function structsIn(doc: Y.Doc, client: number, { from, to }: ClockRange): readonly (Y.Item | Y.GC)[] {
  const structs = doc.store.clients.get(client) ?? []
  const last = structs.at(-1)
  if (!last || from >= last.id.clock + last.length) return []
  const start = Y.findIndexSS(structs, from)
  const end = structs.findIndex((struct, i) => i >= start && struct.id.clock >= to)
  return structs.slice(start, end < 0 ? structs.length : end)
}
