import type { Block, ParkedPiece, Run } from '@witboek/domain'
import * as Y from 'yjs'
import { bodyOf } from '../layout.ts'
import { insertRun, itemNode, nodeOf, rowNode, textOf } from '../section-text.ts'
import { runsIn, soundBlocks } from './sound-blocks.ts'
import { findPlace, placeBehind, type Parent, type Place } from './text-place.ts'

/**
 * Puts words back where they stood, as new text of whoever owns the document. Where a place is gone they come near it as
 * paragraphs of their own, else at the end. No piece can break the shape of the text or make this throw.
 */
export function putWords(doc: Y.Doc, pieces: readonly ParkedPiece[]): void {
  const body = bodyOf(doc)
  doc.transact(() => {
    const atTheEnd: ParkedPiece[] = []
    // From the last to the first, so that pieces at one and the same place keep their order.
    for (const piece of pieces.toReversed()) {
      const place = findPlace(doc, piece.at)
      if (!place) atTheEnd.unshift(piece)
      else if (!piece.inline || !putInline(place, piece.blocks.flatMap(runsIn)))
        putBlocks(place, soundBlocks(piece.blocks))
    }
    for (const { blocks } of atTheEnd) body.push(soundBlocks(blocks).map(nodeOf))
  })
}

/** Words into a paragraph or heading; `false` when the place is in none. */
function putInline({ parent, index }: Place, runs: readonly Run[]): boolean {
  if (parent instanceof Y.XmlText) {
    if (!isTextBlock(parent.parent)) return false
    let at = index
    for (const run of runs) {
      // In the middle of a text there is no place for a line break.
      const text = run.text.replaceAll('\n', ' ')
      if (text !== '') insertRun(parent, at, { ...run, text })
      at += text.length
    }
    return true
  }
  if (!isTextBlock(parent)) return false
  const before = index > 0 ? parent.get(index - 1) : null
  const after = index < parent.length ? parent.get(index) : null
  if (before instanceof Y.XmlText) return putInline({ parent: before, index: before.length }, runs)
  if (after instanceof Y.XmlText) return putInline({ parent: after, index: 0 }, runs)
  parent.insert(index, textOf(runs))
  return true
}

/** Blocks at a place, or, where none may stand, behind what the place is in. */
function putBlocks(place: Place, blocks: readonly Block[]): void {
  const { parent, index } = place
  if (parent instanceof Y.XmlText) return putBehind(parent, blocks)
  switch (parent instanceof Y.XmlElement ? parent.nodeName : 'body') {
    case 'body':
    case 'blockquote':
    case 'tableCell':
    case 'tableHeader':
      return parent.insert(index, blocks.map(nodeOf))
    case 'listItem':
      // The first thing in an item of a list is a paragraph.
      return parent.insert(Math.max(index, Math.min(1, parent.length)), blocks.map(nodeOf))
    case 'bulletList':
    case 'orderedList':
      if (!blocks.every((block) => block.kind === 'list')) return putBehind(parent, blocks)
      return parent.insert(
        index,
        blocks.flatMap(({ items }) => items.map(itemNode)),
      )
    case 'table': {
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
      const fit = blocks.every(({ kind }) => kind === 'table') && rows.every(({ length }) => length === widthOf(parent))
      return fit ? parent.insert(index, rows.map(rowNode)) : putBehind(parent, blocks)
    }
    default:
      return putBehind(parent, blocks)
  }
}

function putBehind(node: Parent, blocks: readonly Block[]): void {
  const place = placeBehind(node)
  if (place) putBlocks(place, blocks)
}

/** How many columns a table has; merged cells count for as many as they take. */
function widthOf(table: Y.XmlFragment): number {
  const row = table.length > 0 ? table.get(0) : null
  if (!(row instanceof Y.XmlElement)) return 0
  const cells = row.toArray().filter((cell) => cell instanceof Y.XmlElement)
  return cells.reduce((sum, cell) => sum + (Number(cell.getAttribute('colspan')) || 1), 0)
}

const isTextBlock = (node: unknown): node is Y.XmlElement =>
  node instanceof Y.XmlElement && (node.nodeName === 'paragraph' || node.nodeName === 'heading')
