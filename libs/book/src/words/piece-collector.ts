import type { Block, ParkedPiece, Run } from '@witboek/domain'
import type * as Y from 'yjs'
import type { ClockRanges } from './clock-ranges.ts'
import { runsIn } from './sound-blocks.ts'
import { notePlace } from './text-place.ts'

/** More blocks than this are told as several pieces. */
const blocksMax = 100

interface OpenPiece {
  readonly at: string
  readonly parent: Y.XmlFragment
  readonly inline: boolean
  readonly runs: Run[]
  readonly blocks: Block[]
}

/** Puts together what stands together, on the way through a text. */
export class PieceCollector {
  readonly ranges: ClockRanges
  private readonly found: OpenPiece[] = []
  private open: OpenPiece | null = null

  constructor(ranges: ClockRanges) {
    this.ranges = ranges
  }

  /** Something that others know too stands here: what comes next is another piece. */
  elsewhere(): void {
    this.open = null
  }

  /** Words in a paragraph, from `clock` on in their item. */
  words(run: Run, parent: Y.XmlFragment, item: Y.Item, clock: number): void {
    const { runs } = this.piece(true, parent, item, clock)
    const last = runs.at(-1)
    if (last && sameStyle(last, run)) runs[runs.length - 1] = { ...run, text: last.text + run.text }
    else runs.push(run)
  }

  blocks(blocks: readonly Block[], parent: Y.XmlFragment, item: Y.Item): void {
    const piece = this.piece(false, parent, item, item.id.clock)
    for (const block of blocks) {
      const whole = partOfOne(piece.blocks.at(-1), block, parent)
      if (whole) piece.blocks[piece.blocks.length - 1] = whole
      else piece.blocks.push(block)
    }
  }

  /** All that has words in it. */
  pieces(): readonly ParkedPiece[] {
    return this.found.flatMap(({ at, inline, runs, blocks }): readonly ParkedPiece[] =>
      inline ? asPieces(at, true, [{ kind: 'paragraph', text: runs }]) : asPieces(at, false, blocks),
    )
  }

  private piece(inline: boolean, parent: Y.XmlFragment, item: Y.Item, clock: number): OpenPiece {
    if (this.open?.parent === parent && this.open.inline === inline) return this.open
    this.open = { at: notePlace(item, clock, this.ranges), parent, inline, runs: [], blocks: [] }
    this.found.push(this.open)
    return this.open
  }
}

export function asPieces(at: string, inline: boolean, blocks: readonly Block[]): readonly ParkedPiece[] {
  const kept = blocks.filter(hasWords)
  const pieces: ParkedPiece[] = []
  for (let from = 0; from < kept.length; from += blocksMax)
    pieces.push({ at, inline, blocks: kept.slice(from, from + blocksMax) })
  return pieces
}

const hasWords = (block: Block): boolean => runsIn(block).some(({ text }) => text.trim() !== '')

/** New items of one and the same list, and rows of one table, are one list and one table. */
function partOfOne(before: Block | undefined, block: Block, parent: Y.XmlFragment): Block | null {
  const name = 'nodeName' in parent ? parent.nodeName : null
  if (before?.kind === 'list' && block.kind === 'list' && (name === 'bulletList' || name === 'orderedList'))
    return { ...before, items: [...before.items, ...block.items] }
  if (before?.kind === 'table' && block.kind === 'table' && name === 'table')
    return { ...before, rows: [...before.rows, ...block.rows] }
  return null
}

const sameStyle = (one: Run, other: Run): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.link === other.link
