import { fromBase64, toBase64 } from 'lib0/buffer'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { cutBy, type ClockRanges } from './clock-ranges.ts'
import { bodyName, bodyOf } from '../layout.ts'

/** A node that holds others, or text. */
export type Parent = Y.XmlFragment | Y.XmlElement | Y.XmlText

/** A place in a live document. */
export interface Place {
  readonly parent: Parent
  readonly index: number
}

/**
 * Notes the place of an item (or of its part from `clock` on) as others may find it: behind the nearest thing before it that
 * is not among the ranges, else at the start of its parent. A second note says where the block is that it stands in: that
 * is still found when the first is gone.
 */
export function notePlace(item: Y.Item, clock: number, ranges: ClockRanges): string {
  const { client } = item.id
  const block = blockAround(item)
  const notes = [clock > item.id.clock ? after(Y.createID(client, clock - 1)) : behindWhat(item, ranges)]
  if (block !== item) notes.push(after(block.id))
  const encoder = encoding.createEncoder()
  for (const note of notes) encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(note))
  return toBase64(encoding.toUint8Array(encoder))
}

/** Finds the place again; `null` when nothing of it is left, and for any text that is no place. */
export function findPlace(doc: Y.Doc, noted: string): Place | null {
  try {
    const decoder = decoding.createDecoder(fromBase64(noted))
    while (decoding.hasContent(decoder)) {
      const note = Y.decodeRelativePosition(decoding.readVarUint8Array(decoder))
      const place = livePlace(doc, note)
      if (place) return place
    }
  } catch {
    // Words that came over the wire may say anything about their place.
  }
  return null
}

function livePlace(doc: Y.Doc, note: Y.RelativePosition): Place | null {
  // Asking Yjs for another root would make it.
  if (note.tname !== null && note.tname !== bodyName) return null
  const found = Y.createAbsolutePositionFromRelativePosition(note, doc)
  const parent = found?.type
  if (!found || !(parent instanceof Y.XmlFragment || parent instanceof Y.XmlText)) return null
  return isAlive(parent, bodyOf(doc)) ? { parent, index: found.index } : null
}

function isAlive(parent: Parent, body: Y.XmlFragment): boolean {
  let type: Y.AbstractType<unknown> = parent as Y.AbstractType<unknown>
  while (type._item) {
    if (type._item.deleted) return false
    type = type._item.parent as Y.AbstractType<unknown>
  }
  return (type as unknown) === body
}

function behindWhat(item: Y.Item, ranges: ClockRanges): Y.RelativePosition {
  for (let left = item.left; left; left = left.left) {
    const { client, clock } = left.id
    const parts = cutBy(ranges, client, { from: clock, to: clock + left.length })
    const known = parts.findLast(({ among }) => !among)
    if (known) return after(Y.createID(client, known.to - 1))
  }
  const parent = (item.parent as Y.AbstractType<unknown>)._item
  return parent ? new Y.RelativePosition(parent.id, null, null, -1) : new Y.RelativePosition(null, bodyName, null, -1)
}

const after = (id: Y.ID): Y.RelativePosition => new Y.RelativePosition(null, null, id, -1)

/** The block of the text's first level that an item is in, or is itself. */
function blockAround(item: Y.Item): Y.Item {
  let block = item
  for (let above = parentOf(block); above; above = parentOf(block)) block = above
  return block
}

const parentOf = (item: Y.Item): Y.Item | null => (item.parent as Y.AbstractType<unknown>)._item

/** Right behind a node, in the node it stands in; `null` behind the whole text. */
export function placeBehind({ _item: item }: Parent): Place | null {
  if (!item) return null
  let index = 1
  for (let left = item.left; left; left = left.left) if (!left.deleted && left.countable) index += left.length
  return { parent: item.parent as Parent, index }
}
