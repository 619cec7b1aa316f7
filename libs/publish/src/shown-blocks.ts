import type { Block, HeadingBlock, TableBlock } from './document.ts'
import { isBlank, textOf } from './runs.ts'

/**
 * The blocks as they stand in a file, whatever its format: each with something to read, no level of heading skipped, and a
 * cell for every column in each row of a table.
 */
export function shownBlocks(blocks: readonly Block[]): readonly Block[] {
  /** The levels of the headings that what comes now stands under. */
  const above: number[] = []
  const outlined = (heading: HeadingBlock): HeadingBlock => {
    while ((above.at(-1) ?? 0) >= heading.level) above.pop()
    return { ...heading, level: above.push(heading.level) as HeadingBlock['level'] }
  }
  return blocks
    .map(whole)
    .filter(hasSomething)
    .map((block) => (block.kind === 'heading' ? outlined(block) : block))
}

function whole(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'bars':
      return block
    case 'list':
      return { ...block, items: block.items.filter((item) => !isBlank(textOf(item))) }
    case 'table':
      return wholeTable(block)
  }
}

function wholeTable(table: TableBlock): TableBlock {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), table.columns.length)
  const filled = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return {
    ...table,
    columns: table.columns.length > 0 ? filled(table.columns) : [],
    rows: table.rows.filter((row) => row.length > 0).map(filled),
  }
}

function hasSomething(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
      return !isBlank(block.text)
    case 'paragraph':
      return !isBlank(textOf(block.runs))
    case 'list':
      return block.items.length > 0
    case 'note':
      return !isBlank((block.title ?? '') + textOf(block.runs))
    case 'table':
      return block.columns.length > 0 || block.rows.length > 0
    case 'bars':
      return block.bars.length > 0
  }
}
