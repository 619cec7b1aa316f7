import { describe, expect, it } from 'vitest'
import { heading, type Block } from './document.ts'
import { shownBlocks } from './shown-blocks.ts'

const levels = (...asked: readonly (1 | 2 | 3)[]) =>
  shownBlocks(asked.map((level) => heading(level, 'x'))).map((block) => block.kind === 'heading' && block.level)

describe('the blocks as they stand in a file', () => {
  it.each<[asked: readonly (1 | 2 | 3)[], made: readonly number[]]>([
    [
      [1, 2, 3, 3, 1, 2],
      [1, 2, 3, 3, 1, 2],
    ],
    [
      [1, 3, 3, 2],
      [1, 2, 2, 2],
    ],
    [
      [3, 2, 3, 1, 3],
      [1, 1, 2, 1, 2],
    ],
  ])('headings of level %j come out as %j: no level is skipped, and equals stay equals', (asked, made) => {
    expect(levels(...asked)).toEqual(made)
  })

  it('a heading without text is none, and does not count', () => {
    expect(shownBlocks([heading(1, 'a'), heading(2, ' '), heading(3, 'b')])).toEqual([heading(1, 'a'), heading(2, 'b')])
  })

  it('every row of a table has a cell for every column, and a list no empty items', () => {
    const blocks: readonly Block[] = [
      { kind: 'table', caption: '', columns: ['a'], rows: [['1', '2'], []], numbers: [1] },
      { kind: 'list', ordered: true, items: [[{ text: ' ' }], [{ text: 'één' }]] },
      { kind: 'list', ordered: true, items: [[{ text: ' ' }]] },
    ]
    expect(shownBlocks(blocks)).toEqual([
      { kind: 'table', caption: '', columns: ['a', ''], rows: [['1', '2']], numbers: [1] },
      { kind: 'list', ordered: true, items: [[{ text: 'één' }]] },
    ])
  })
})
