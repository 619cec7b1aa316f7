import type { Block, ParkedPiece } from '@witboek/domain'
import * as Y from 'yjs'
import { cutBy, isAmong, type ClockRanges } from './clock-ranges.ts'
import { bodyOf } from '../layout.ts'
import { PieceCollector } from './piece-collector.ts'
import { blockOf, cellOf, readText, runOf, type Style } from '../section-text.ts'

/**
 * What somebody wrote, as words to keep, by place: of the given ranges all that is still to be seen in the writer's own
 * document. Words that stand together in one paragraph are one piece, and so are new blocks that stand together.
 */
export function wordsOf(doc: Y.Doc, ranges: ClockRanges): readonly ParkedPiece[] {
  const collector = new PieceCollector(ranges)
  collectBlocks(bodyOf(doc), collector)
  return collector.pieces()
}

/** Walks through a node that others know too. */
function collectBlocks(parent: Y.XmlFragment, collector: PieceCollector): void {
  collector.elsewhere()
  for (const item of visibleItems(parent)) {
    const node = item.content instanceof Y.ContentType ? item.content.type : null
    if (node instanceof Y.XmlText) collectText(node, parent, item, collector)
    else if (!(node instanceof Y.XmlElement)) collector.elsewhere()
    else if (!isAmong(collector.ranges, item.id)) collectBlocks(node, collector)
    else if (node.nodeName === 'hardBreak') collector.words({ text: '\n' }, parent, item, item.id.clock)
    else collector.blocks(newBlocks(node, parent), parent, item)
  }
  collector.elsewhere()
}

function collectText(text: Y.XmlText, parent: Y.XmlFragment, textItem: Y.Item, collector: PieceCollector): void {
  const style: Record<string, unknown> = {}
  const isNew = isAmong(collector.ranges, textItem.id)
  for (const item of visibleItems(text)) {
    const { content } = item
    if (content instanceof Y.ContentFormat) style[content.key] = content.value
    else if (!(content instanceof Y.ContentString)) collector.elsewhere()
    else
      for (const { from, to, among } of cutBy(collector.ranges, item.id.client, spanOf(item))) {
        const words = content.str.slice(from - item.id.clock, to - item.id.clock)
        // A text that is itself new is no place that others can find.
        if (!among) collector.elsewhere()
        else if (isNew) collector.words(runOf(words, style as Style), parent, textItem, textItem.id.clock)
        else collector.words(runOf(words, style as Style), parent, item, from)
      }
  }
}

/** A part of a list or a table is told as a list or a table of its own; cells without their row as the blocks in them. */
function newBlocks(node: Y.XmlElement, parent: Y.XmlFragment): readonly Block[] {
  const parentName = parent instanceof Y.XmlElement ? parent.nodeName : null
  switch (node.nodeName) {
    case 'listItem':
      return [{ kind: 'list', ordered: parentName === 'orderedList', items: [readText(node)] }]
    case 'tableRow': {
      const cells = node.toArray().filter((child) => child instanceof Y.XmlElement)
      return [{ kind: 'table', rows: [cells.map(cellOf)] }]
    }
    default:
      return blockOf(node)
  }
}

const spanOf = (item: Y.Item) => ({ from: item.id.clock, to: item.id.clock + item.length })

export function* visibleItems(parent: Y.XmlFragment | Y.XmlText): Iterable<Y.Item> {
  for (let item = parent._start; item; item = item.right) if (!item.deleted) yield item
}
