import type { Block, Cell, Run } from '@witboek/domain'

/** Deeper than this nobody writes; what is, becomes plain paragraphs. */
const depthMax = 15

/**
 * Blocks made to fit the editor's schema, without losing a word: no empty lists, an item starts with a paragraph, the rows
 * of a table are equally long. The editors of others would else delete or mend what does not fit.
 */
export function soundBlocks(blocks: readonly Block[], depth = 0): readonly Block[] {
  if (depth > depthMax) return blocks.flatMap(runsIn).map((run): Block => ({ kind: 'paragraph', text: [run] }))
  const inner = (own: readonly Block[]) => soundBlocks(own, depth + 1)
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [block]
      case 'list': {
        const items = block.items.map((item) => startingWithParagraph(inner(item)))
        return items.length > 0 ? [{ ...block, items }] : []
      }
      case 'quote':
        return [{ kind: 'quote', blocks: filled(inner(block.blocks)) }]
      case 'table': {
        const columns = Math.max(0, ...block.rows.map((row) => row.length))
        const rows = block.rows.map((row) => [
          ...row.map((cell): Cell => ({ ...cell, blocks: filled(inner(cell.blocks)) })),
          ...Array.from({ length: columns - row.length }, (): Cell => ({ header: false, blocks: [empty] })),
        ])
        return columns > 0 ? [{ kind: 'table', rows }] : []
      }
    }
  })
}

const empty: Block = { kind: 'paragraph', text: [] }

const filled = (blocks: readonly Block[]): readonly Block[] => (blocks.length > 0 ? blocks : [empty])

const startingWithParagraph = (blocks: readonly Block[]): readonly Block[] =>
  blocks[0]?.kind === 'paragraph' ? blocks : [empty, ...blocks]

/** All words in a block, however deep. */
export function runsIn(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.text
    case 'list':
      return block.items.flatMap((item) => item.flatMap(runsIn))
    case 'quote':
      return block.blocks.flatMap(runsIn)
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(runsIn)))
  }
}
