import type { Block, Run } from '@witboek/domain'
import * as Y from 'yjs'
import { runOf, type Style } from '../section-text.ts'
import { visibleItems } from './words-of.ts'

/** Stands where somebody else's words are left out. */
const gap: Run = { text: ' … ' }

/**
 * The words of a text that were written under one of these client ids, a block for each paragraph or heading that has some;
 * nobody else's. Lists, quotes and tables are read through: their shape may be somebody else's.
 */
export function wordsBy(body: Y.XmlFragment, clients: ReadonlySet<number>): readonly Block[] {
  const blocks: Block[] = []
  for (const item of visibleItems(body)) {
    const node = item.content instanceof Y.ContentType ? item.content.type : null
    if (node instanceof Y.XmlText) blocks.push(...blockOf(null, runsIn([item], clients)))
    else if (!(node instanceof Y.XmlElement)) continue
    else if (node.nodeName === 'paragraph' || node.nodeName === 'heading')
      blocks.push(...blockOf(node, runsIn(visibleItems(node), clients)))
    else blocks.push(...wordsBy(node, clients))
  }
  return blocks
}

function blockOf(node: Y.XmlElement | null, text: readonly Run[]): readonly Block[] {
  if (text.length === 0) return []
  if (node?.nodeName !== 'heading') return [{ kind: 'paragraph', text }]
  return [{ kind: 'heading', level: Number(node.getAttribute('level')) === 4 ? 4 : 3, text }]
}

/** The own runs of one paragraph or heading, with a gap between two that others wrote in between. */
function runsIn(items: Iterable<Y.Item>, clients: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = []
  let others = false
  const said = (client: number, run: Run): void => {
    if (!clients.has(client)) {
      others = true
      return
    }
    if (others && runs.length > 0) runs.push(gap)
    others = false
    runs.push(run)
  }
  for (const item of items) {
    const node = item.content instanceof Y.ContentType ? item.content.type : null
    if (node instanceof Y.XmlText) readText(node, said)
    else if (node instanceof Y.XmlElement && node.nodeName === 'hardBreak') said(item.id.client, { text: '\n' })
  }
  // A line that was ended and nothing else is nothing to read.
  return runs.some(({ text }) => text.trim() !== '' && text !== gap.text) ? runs : []
}

function readText(text: Y.XmlText, said: (client: number, run: Run) => void): void {
  const style: Record<string, unknown> = {}
  for (const { content, id } of visibleItems(text))
    if (content instanceof Y.ContentFormat) style[content.key] = content.value
    else if (content instanceof Y.ContentString) said(id.client, runOf(content.str, style as Style))
}
