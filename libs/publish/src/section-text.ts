import type { Run, Block as SectionBlock } from '@witboek/domain'
import type { Block } from './document.ts'

type List = Extract<SectionBlock, { readonly kind: 'list' }>

/**
 * The text of a section as blocks of a document, below a heading of level 2. No word is left out; a list inside a list
 * becomes items of the outer one, and a quote its paragraphs.
 */
export const documentBlocks = (blocks: readonly SectionBlock[]): readonly Block[] => blocks.flatMap(documentBlock)

function documentBlock(block: SectionBlock): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: block.text }]
    case 'heading':
      return [{ kind: 'heading', level: 3, text: textOf([block.text]) }]
    case 'list':
      return [{ kind: 'list', ordered: block.ordered, items: block.items.flatMap(itemsIn) }]
    case 'quote':
      return documentBlocks(block.blocks)
    case 'table': {
      const rows = block.rows.map((row) => row.map(({ blocks }) => textOf(blocks.flatMap(linesIn))))
      const headed = block.rows[0]?.every(({ header }) => header) ?? false
      return [
        { kind: 'table', caption: '', columns: headed ? (rows[0] ?? []) : [], rows: headed ? rows.slice(1) : rows },
      ]
    }
  }
}

function itemsIn(item: readonly SectionBlock[]): readonly (readonly Run[])[] {
  const isList = (block: SectionBlock): block is List => block.kind === 'list'
  const own = item.filter((block) => !isList(block)).flatMap(linesIn)
  const runs = own.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]))
  return [runs, ...item.filter(isList).flatMap(({ items }) => items.flatMap(itemsIn))]
}

/** The words of a block, line by line. */
function linesIn(block: SectionBlock): readonly (readonly Run[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesIn))
    case 'quote':
      return block.blocks.flatMap(linesIn)
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(linesIn)))
  }
}

const textOf = (lines: readonly (readonly Run[])[]): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n')
