import type { Run } from '@witboek/domain'
import type { BarsBlock, Block, Detail, Document, TableBlock } from '../document.ts'
import { isBlank, textOf } from '../runs.ts'
import { shownBlocks } from '../shown-blocks.ts'
import { paragraphText } from './paragraph-text.ts'
import { textWidth } from './page.ts'
import { escaped, xmlFile } from './xml.ts'

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
    `<office:automatic-styles>${tables.length > 0 ? tableStyles(tables) : ''}</office:automatic-styles>` +
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

/** Nothing when there is nothing to read: a screen reader would stop at it. */
const paragraph = (style: string, runs: readonly Run[]): string =>
  isBlank(textOf(runs)) ? '' : `<text:p text:style-name="${style}">${paragraphText(runs)}</text:p>`

const around = (name: string, inside: string): string => (inside === '' ? '' : `<${name}>${inside}</${name}>`)

function table({ caption, columns, rows, numbers = [] }: TableBlock, number: number): string {
  const width = widthOf(columns, rows)
  const texts = (style: string) => columnStyles(width, numbers, style)
  return (
    paragraph('Table', [{ text: caption }]) +
    `<table:table table:name="Table${number}" table:style-name="Grid">` +
    (isBlank(caption) ? '' : `<table:title>${escaped(caption)}</table:title>`) +
    `<table:table-column table:style-name="Column${width}" table:number-columns-repeated="${width}"/>` +
    around('table:table-header-rows', columns.length > 0 ? row('Header', texts('Heading'), columns) : '') +
    rows.map((cells) => row('Cell', texts('Contents'), cells)).join('') +
    '</table:table>'
  )
}

const widthOf = (columns: readonly string[], rows: readonly (readonly string[])[]): number =>
  rows[0]?.length ?? columns.length

const columnStyles = (width: number, numbers: readonly number[], style: string): readonly string[] =>
  Array.from({ length: width }, (_, at) => `Table_20_${style}${numbers.includes(at) ? '_20_Number' : ''}`)

const row = (cellStyle: string, textStyles: readonly string[], cells: readonly string[]): string =>
  around(
    'table:table-row',
    cells
      .map(
        (text, at) =>
          `<table:table-cell table:style-name="${cellStyle}">` +
          `<text:p text:style-name="${textStyles[at]}">${paragraphText([{ text }])}</text:p></table:table-cell>`,
      )
      .join(''),
  )

/** Readers look for the styles of tables here, not in `styles.xml`. */
function tableStyles(tables: readonly TableBlock[]): string {
  const widths = [...new Set(tables.map(({ columns, rows }) => widthOf(columns, rows)))].sort(
    (one, other) => one - other,
  )
  const cell = 'style:vertical-align="top" fo:padding="0.15cm" fo:border="0.5pt solid #767676"'
  return (
    '<style:style style:name="Grid" style:family="table">' +
    `<style:table-properties style:width="${textWidth}cm" table:align="margins" fo:margin-bottom="0.4cm"/></style:style>` +
    widths.map(columnStyle).join('') +
    `<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties ${cell}/></style:style>` +
    '<style:style style:name="Header" style:family="table-cell">' +
    `<style:table-cell-properties ${cell} fo:background-color="#e9edf1"/></style:style>`
  )
}

const columnStyle = (width: number): string =>
  `<style:style style:name="Column${width}" style:family="table-column">` +
  `<style:table-column-properties style:column-width="${(textWidth / width).toFixed(3)}cm"/></style:style>`
