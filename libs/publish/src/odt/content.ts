import type { Run } from '@witboek/domain'
import type { Block, Document, TableBlock } from '../document.ts'
import { isBlank, paragraphText, textOf } from './paragraph-text.ts'
import { textWidth } from './styles.ts'
import { escaped, xmlFile } from './xml.ts'

/** `content.xml`: the title, the blocks, and the styles of the tables among them. */
export function content({ title, blocks }: Document): string {
  const shown = blocks.filter(hasSomething)
  const tables = shown.filter((block) => block.kind === 'table')
  let number = 0
  const body = shown.map((block) => (block.kind === 'table' ? table(block, ++number) : written(block))).join('')
  return xmlFile(
    'office:document-content',
    ['office', 'style', 'text', 'table', 'fo', 'xlink'],
    `<office:automatic-styles>${tables.length > 0 ? tableStyles(tables) : ''}</office:automatic-styles>` +
      `<office:body><office:text>${paragraph('Title', [{ text: title }])}${body}</office:text></office:body>`,
  )
}

function hasSomething(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
      return !isBlank(block.text)
    case 'paragraph':
      return !isBlank(textOf(block.runs))
    case 'list':
      return !isBlank(block.items.map(textOf).join(''))
    case 'table':
      return widthOf(block) > 0
  }
}

function written(block: Exclude<Block, TableBlock>): string {
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
  }
}

/** Nothing when there is nothing to read: a screen reader would stop at it. */
const paragraph = (style: string, runs: readonly Run[]): string =>
  isBlank(textOf(runs)) ? '' : `<text:p text:style-name="${style}">${paragraphText(runs)}</text:p>`

const around = (name: string, inside: string): string => (inside === '' ? '' : `<${name}>${inside}</${name}>`)

function table(block: TableBlock, number: number): string {
  const { caption, columns, rows } = block
  const width = widthOf(block)
  return (
    paragraph('Table', [{ text: caption }]) +
    `<table:table table:name="Table${number}" table:style-name="Grid">` +
    (isBlank(caption) ? '' : `<table:title>${escaped(caption)}</table:title>`) +
    `<table:table-column table:style-name="Column${width}" table:number-columns-repeated="${width}"/>` +
    around('table:table-header-rows', columns.length > 0 ? row('Header', 'Table_20_Heading', columns, width) : '') +
    rows
      .filter((cells) => cells.length > 0)
      .map((cells) => row('Cell', 'Table_20_Contents', cells, width))
      .join('') +
    '</table:table>'
  )
}

const widthOf = ({ columns, rows }: TableBlock): number =>
  rows.reduce((width, row) => Math.max(width, row.length), columns.length)

/** A row that is too short is filled up: every row of a table has the same cells. */
const row = (cellStyle: string, textStyle: string, cells: readonly string[], width: number): string =>
  around(
    'table:table-row',
    Array.from({ length: width }, (_, at) => cells[at] ?? '')
      .map(
        (text) =>
          `<table:table-cell table:style-name="${cellStyle}">` +
          `<text:p text:style-name="${textStyle}">${paragraphText([{ text }])}</text:p></table:table-cell>`,
      )
      .join(''),
  )

/** Readers look for the styles of tables here, not in `styles.xml`. */
function tableStyles(tables: readonly TableBlock[]): string {
  const widths = [...new Set(tables.map(widthOf))].sort((one, other) => one - other)
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
