import type { Block, Cell, Run } from '@witboek/domain'
import * as Y from 'yjs'

type TextNode = Y.XmlElement | Y.XmlText | Y.XmlHook

/** Reads the text of a section as plain blocks. Nodes it does not know are read through: their text is never dropped. */
export function readText(body: Y.XmlFragment): readonly Block[] {
  return blocksIn(body)
}

const blocksIn = (parent: Y.XmlFragment | Y.XmlElement): readonly Block[] =>
  (parent.toArray() as TextNode[]).flatMap(blockOf)

/** One node as blocks; more than one when it is a node that is read through. */
export function blockOf(node: TextNode): readonly Block[] {
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

export const cellOf = (node: Y.XmlElement): Cell => ({
  header: node.nodeName === 'tableHeader',
  blocks: blocksIn(node),
})

const runsIn = (node: Y.XmlElement): readonly Run[] =>
  (node.toArray() as TextNode[]).flatMap((child) => {
    if (child instanceof Y.XmlText) return runsOf(child)
    if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') return [{ text: '\n' }]
    return child instanceof Y.XmlElement ? runsIn(child) : []
  })

/** What Yjs keeps as the style of a piece of text; people's bytes may hold anything. */
export interface Style {
  readonly bold?: unknown
  readonly italic?: unknown
  readonly link?: unknown
}

const runsOf = (text: Y.XmlText): readonly Run[] =>
  (text.toDelta() as { readonly insert: unknown; readonly attributes?: Style }[]).flatMap(({ insert, attributes }) =>
    typeof insert !== 'string' || insert === '' ? [] : [runOf(insert, attributes ?? {})],
  )

export function runOf(text: string, { bold, italic, link }: Style): Run {
  const href = safeLink((link as { readonly href?: unknown } | null | undefined)?.href)
  return { text, ...(bold ? { bold: true } : {}), ...(italic ? { italic: true } : {}), ...(href ? { link: href } : {}) }
}

/** Only addresses a reader can be sent to without harm; anything else (`javascript:` …) is shown as text. */
export function safeLink(href: unknown): string | null {
  return typeof href === 'string' && /^(https?:\/\/|mailto:)/i.test(href) ? href : null
}

/** Writes blocks at the end of a section's text: how templates and the example get in. */
export function appendText(body: Y.XmlFragment, blocks: readonly Block[]): void {
  body.push(blocks.map(nodeOf))
}

export function nodeOf(block: Block): Y.XmlElement {
  switch (block.kind) {
    case 'paragraph':
      return element('paragraph', textOf(block.text))
    case 'heading':
      return element('heading', textOf(block.text), { level: block.level })
    case 'list': {
      const items = block.items.map(itemNode)
      return block.ordered ? element('orderedList', items, { start: 1 }) : element('bulletList', items)
    }
    case 'quote':
      return element('blockquote', block.blocks.map(nodeOf))
    case 'table':
      return element('table', block.rows.map(rowNode))
  }
}

export const itemNode = (item: readonly Block[]): Y.XmlElement => element('listItem', item.map(nodeOf))

export const rowNode = (row: readonly Cell[]): Y.XmlElement =>
  element(
    'tableRow',
    row.map((cell) =>
      element(cell.header ? 'tableHeader' : 'tableCell', cell.blocks.map(nodeOf), { colspan: 1, rowspan: 1 }),
    ),
  )

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

/** Words with their styles as the editor keeps them: text nodes, and a `hardBreak` where a line ends. */
export function textOf(runs: readonly Run[]): (Y.XmlText | Y.XmlElement)[] {
  const nodes: (Y.XmlText | Y.XmlElement)[] = []
  let text: Y.XmlText | null = null
  let at = 0
  for (const run of runs)
    for (const [i, line] of run.text.split('\n').entries()) {
      if (i > 0) {
        nodes.push(new Y.XmlElement('hardBreak'))
        text = null
      }
      if (line === '') continue
      if (!text) {
        nodes.push((text = new Y.XmlText()))
        at = 0
      }
      insertRun(text, at, { ...run, text: line })
      at += line.length
    }
  return nodes
}

/** Every style is said for every piece: Yjs would otherwise let the style before it run on. */
export function insertRun(into: Y.XmlText, at: number, { text, bold, italic, link }: Run): void {
  const href = safeLink(link)
  into.insert(at, text, { bold: bold ? {} : null, italic: italic ? {} : null, link: href ? { href } : null })
}
