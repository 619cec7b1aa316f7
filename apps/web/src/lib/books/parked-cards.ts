import type { SetAside } from '@witboek/book/client'
import type { ParkedAnswer } from '@witboek/contract'
import type { Block, ParkedId, ParkedPiece, SectionId } from '@witboek/domain'

/** Own words that were set aside, as the page shows them, wherever they are kept. */
export interface ParkedCard {
  readonly id: ParkedId
  readonly section: SectionId
  readonly code: string
  readonly at: number
  readonly pieces: readonly ParkedPiece[]
  /** `device`: the server does not have them yet. */
  readonly place: 'device' | 'kept' | 'handed' | 'returned'
}

/** Own words of the server and of this device together, oldest first; what is at both is shown once. */
export function cardsOf(list: ParkedAnswer['parked'], setAside: readonly SetAside[]): readonly ParkedCard[] {
  const atServer = list.flatMap(({ id, section, code, at, pieces, own, state }): ParkedCard[] =>
    own && (state === 'kept' || state === 'handed' || state === 'returned')
      ? [{ id, section, code, at, pieces, place: state }]
      : [],
  )
  const known = new Set(list.map(({ id }) => id))
  const here = setAside
    .filter(({ id, pieces }) => pieces.length > 0 && !known.has(id))
    .map(({ id, section, code, at, pieces }): ParkedCard => ({ id, section, code, at, pieces, place: 'device' }))
  return [...atServer, ...here].sort((a, b) => a.at - b.at)
}

/** The words alone, to copy into any other program. */
export const plainWords = (pieces: readonly ParkedPiece[]): string =>
  pieces.map(({ blocks }) => textOf(blocks)).join('\n\n')

const textOf = (blocks: readonly Block[]): string => blocks.map(wordsIn).join('\n\n')

function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.text.map(({ text }) => text).join('')
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${textOf(item)}`).join('\n')
    case 'quote':
      return textOf(block.blocks)
    case 'table':
      return block.rows.map((row) => row.map((cell) => textOf(cell.blocks)).join('\t')).join('\n')
  }
}
