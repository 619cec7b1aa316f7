import type { Block, Cell, Run } from '@witboek/domain'
import * as Y from 'yjs'

type TextNode = Y.XmlElement | Y.XmlText | Y.XmlHook

/** Reads the text of a section as plain blocks. Nodes it does not know are read through: their text is never dropped. */
export function readText(body: Y.XmlFragment): readonly Block[] {
  return blocksIn(body)
}

const blocksIn = (parent: Y.XmlFragment | Y.XmlElement): readonly Block[] =>
  (parent.toArray() as TextNode[]).flatMap(blockOf)

function blockOf(node: TextNode): readonly Block[] {
  if (node instanceof Y.XmlText) return [{ kind: 'paragraph', text: runsOf(node) }]
  if (!(node instanceof Y.XmlElement)) return []
  switch (node.nodeName) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: runsIn(node) }]
    case 'heading':
      return [{ kind: 'heading', level: Number(node.getAttribute('level')) === 4 ? 4 : 3, text: runsIn(node) }]
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', ordered: node.nodeName === 'orderedList', items: elementsIn(node).map(blocksIn) }]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksIn(node) }]
    case 'table':
      return [{ kind: 'table', rows: elementsIn(node).map((row) => elementsIn(row).map(cellOf)) }]
    default:
      return blocksIn(node)
  }
}

const elementsIn = (node: Y.XmlElement): Y.XmlElement[] =>
  (node.toArray() as TextNode[]).filter((child) => child instanceof Y.XmlElement)

const cellOf = (node: Y.XmlElement): Cell => ({ header: node.nodeName === 'tableHeader', blocks: blocksIn(node) })

const runsIn = (node: Y.XmlElement): readonly Run[] =>
  (node.toArray() as TextNode[]).flatMap((child) => {
    if (child instanceof Y.XmlText) return runsOf(child)
    if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') return [{ text: '\n' }]
    return child instanceof Y.XmlElement ? runsIn(child) : []
  })

interface Piece {
  readonly insert: unknown
  readonly attributes?: {
    readonly bold?: unknown
    readonly italic?: unknown
    readonly link?: { readonly href?: unknown }
  }
}

const runsOf = (text: Y.XmlText): readonly Run[] =>
  (text.toDelta() as Piece[]).flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const href = safeLink(attributes.link?.href)
    return [
      {
        text: insert,
        ...(attributes.bold ? { bold: true } : {}),
        ...(attributes.italic ? { italic: true } : {}),
        ...(href ? { link: href } : {}),
      },
    ]
  })

/** Only addresses a reader can be sent to without harm; anything else (`javascript:` …) is shown as text. */
export function safeLink(href: unknown): string | null {
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) ? href : null
}

/** Writes blocks at the end of a section's text: how templates and the example get in. */
export function appendText(body: Y.XmlFragment, blocks: readonly Block[]): void {
  body.push(blocks.map(nodeOf))
}

function nodeOf(block: Block): Y.XmlElement {
  switch (block.kind) {
    case 'paragraph':
      return element('paragraph', textOf(block.text))
    case 'heading':
      return element('heading', textOf(block.text), { level: block.level })
    case 'list': {
      const items = block.items.map((item) => element('listItem', item.map(nodeOf)))
      return block.ordered ? element('orderedList', items, { start: 1 }) : element('bulletList', items)
    }
    case 'quote':
      return element('blockquote', block.blocks.map(nodeOf))
    case 'table':
      return element(
        'table',
        block.rows.map((row) =>
          element(
            'tableRow',
            row.map((cell) =>
              element(cell.header ? 'tableHeader' : 'tableCell', cell.blocks.map(nodeOf), { colspan: 1, rowspan: 1 }),
            ),
          ),
        ),
      )
  }
}

/** Attributes are written with the editor's own defaults: else the first keystroke nearby would rewrite the node. */
function element(
  name: string,
  children: (Y.XmlElement | Y.XmlText)[],
  attributes: Record<string, number> = {},
): Y.XmlElement {
  const node = new Y.XmlElement(name)
  // Yjs types attributes as text, but keeps any plain value; the editor reads these as numbers.
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value as unknown as string)
  if (children.length > 0) node.insert(0, children)
  return node
}

function textOf(runs: readonly Run[]): Y.XmlText[] {
  if (runs.length === 0) return []
  const text = new Y.XmlText()
  let at = 0
  for (const { text: piece, bold, italic, link } of runs) {
    // Every style is said for every piece: Yjs would otherwise let the style before it run on.
    text.insert(at, piece, { bold: bold ? {} : null, italic: italic ? {} : null, link: link ? { href: link } : null })
    at += piece.length
  }
  return [text]
}
