import { systemTitles } from '../systems/names.ts'
import { headed, written, type KindName } from './kinds.ts'
import type { Row } from './rows.ts'

type Line = readonly string[]

/** Stands behind a figure that may say more about the generator than about the server. */
export const limitMark = '*'

/** The rows as lines of cells, under a line of headings. Columns that nobody fills are left out. */
export function linesOf(rows: readonly Row[], columns: readonly KindName[]): readonly Line[] {
  const filled = columns.filter((name) =>
    rows.some(({ figures }) => figures[name] !== undefined && figures[name] !== null),
  )
  const variants = new Set(rows.map(({ variant }) => variant)).size > 1 || rows.some(({ variant }) => variant !== '')
  const head = [...(variants ? ['variant'] : []), 'system', ...filled.map(headed)]
  const body = rows.map(({ variant, system, figures, limit }) => [
    ...(variants ? [variant] : []),
    systemTitles[system] + (limit === null ? '' : limitMark),
    ...filled.map((name) => written(name, figures[name])),
  ])
  return [head, ...body]
}

/** For a terminal: as wide as it must be, words to the left and numbers to the right. */
export function asText(lines: readonly Line[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const isNumber = (cell: string) => /^[\d.–-]+$/.test(cell)
  return lines
    .map((line) =>
      line
        .map((cell, i) => (isNumber(cell) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function asMarkdown(lines: readonly Line[]): string {
  const [head = [], ...body] = lines
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const numbers = head.map((_, i) => body.length > 0 && body.every((line) => /^[\d.–-]*$/.test(line[i] ?? '')))
  return [row(head), row(numbers.map((number) => (number ? '--:' : '---'))), ...body.map(row)].join('\n')
}
