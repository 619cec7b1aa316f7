/**
 * What the text of a section may hold: nodes, with the attributes they may carry, and marks. The editor of the page has
 * the same list (a spec of `apps/web` holds the two side by side); a node that is not here would be deleted by the editors of innocent readers.
 */
export const textNodes = {
  paragraph: [],
  heading: ['level'],
  bulletList: [],
  orderedList: ['start', 'type'],
  listItem: [],
  blockquote: [],
  hardBreak: [],
  table: [],
  tableRow: [],
  tableHeader: ['colspan', 'rowspan', 'colwidth', 'align'],
  tableCell: ['colspan', 'rowspan', 'colwidth', 'align'],
} as const satisfies Record<string, readonly string[]>

export const textMarks = {
  bold: [],
  italic: [],
  link: ['href', 'target', 'rel', 'class', 'title'],
} as const satisfies Record<string, readonly string[]>

type TextNode = keyof typeof textNodes

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'table'] as const

/**
 * What may stand in what; `text` is a run of letters, `body` the section itself. How many there must be is not said here:
 * two people who each delete half of a list leave an empty one, and neither of them did anything wrong.
 */
export const textChildren: Readonly<Record<TextNode | 'body', readonly (TextNode | 'text')[]>> = {
  body: blocks,
  paragraph: ['text', 'hardBreak'],
  heading: ['text', 'hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: blocks,
  blockquote: blocks,
  hardBreak: [],
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: blocks,
  tableCell: blocks,
}
