import type { TableBlock } from '../document.ts'
import { isBlank } from '../runs.ts'
import { textWidth } from './page.ts'
import { paragraph, paragraphText } from './paragraph-text.ts'
import { around, escaped } from './xml.ts'

/** `number`: which of the tables in the document it is, from 1. */
export function table({ caption, columns, rows, numbers = [] }: TableBlock, number: number): string {
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
export function tableStyles(tables: readonly TableBlock[]): string {
  if (tables.length === 0) return ''
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
