import type { BarsBlock, Block, Detail, Document, TableBlock } from '../document.ts'
import { isBlank } from '../runs.ts'
import { shownBlocks } from '../shown-blocks.ts'
import { paragraph, paragraphText } from './paragraph-text.ts'
import { table, tableStyles } from './tables.ts'
import { around, xmlFile } from './xml.ts'

/** `content.xml`: the title and what goes with it, the blocks, and the styles of the tables among them. */
export function content({ title, subtitle = '', details = [], blocks }: Document): string {
  const shown = shownBlocks(blocks).map((block) => (block.kind === 'bars' ? asTable(block) : block))
  const tables = shown.filter((block) => block.kind === 'table')
  let number = 0
  const head = [
    paragraph('Title', [{ text: title }]),
    paragraph('Subtitle', [{ text: subtitle }]),
    ...details.map(detail),
  ]
  const body = shown.map((block) => (block.kind === 'table' ? table(block, ++number) : written(block)))
  return xmlFile(
    'office:document-content',
    ['office', 'style', 'text', 'table', 'fo', 'xlink'],
    `<office:automatic-styles>${tableStyles(tables)}</office:automatic-styles>` +
      `<office:body><office:text>${[...head, ...body].join('')}</office:text></office:body>`,
  )
}

const asTable = ({ caption, columns, bars }: BarsBlock): TableBlock => ({
  kind: 'table',
  caption,
  columns,
  rows: bars.map(({ label, shown }) => [label, shown]),
  numbers: [1],
})

const detail = ({ term, text }: Detail): string =>
  isBlank(term + text) ? '' : paragraph('Details', [{ text: term, bold: true }, { text: '\t' }, { text }])

function written(block: Exclude<Block, TableBlock | BarsBlock>): string {
  switch (block.kind) {
    case 'heading': {
      const { level, text } = block
      return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${paragraphText([{ text }])}</text:h>`
    }
    case 'paragraph':
      return paragraph('Text_20_body', block.runs)
    case 'list':
      return (
        `<text:list text:style-name="${block.ordered ? 'Numbers' : 'Bullets'}">` +
        block.items.map((item) => around('text:list-item', paragraph('List', item))).join('') +
        '</text:list>'
      )
    case 'note':
      return paragraph('Note_20_Title', [{ text: block.title ?? '' }]) + paragraph('Note', block.runs)
  }
}
