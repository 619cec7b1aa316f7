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
