import type { ParkedPiece } from '@witboek/domain'
import * as Y from 'yjs'
import { cutBy, type ClockRanges } from './clock-ranges.ts'
import { asPieces } from './piece-collector.ts'

/**
 * The words in an update that has no text to stand in, since what it builds on is gone: paragraphs, in the order of
 * writing. Bytes that are no update hold no words.
 */
export function wordsInUpdate(update: Uint8Array): readonly ParkedPiece[] {
  const lines: string[] = []
  let reached: Y.ID | null = null
  for (const { item, text } of writtenIn(update)) {
    const goesOn = reached !== null && Y.compareIDs(item.origin, reached)
    // Nodes begin a line; so do words that do not go on from the ones before.
    if (text === null || (!goesOn && lines.at(-1) !== '')) lines.push('')
    lines.push((lines.pop() ?? '') + (text ?? ''))
    reached = Y.createID(item.id.client, item.id.clock + item.length - 1)
  }
  return asPieces(
    '',
    false,
    lines.map((text) => ({ kind: 'paragraph', text: [{ text }] })),
  )
}

interface Written {
  readonly item: Y.Item
  readonly text: string | null
}

/** Nodes (`text` is `null`), and words that were not taken out again in the same update; styles hold neither. */
function writtenIn(update: Uint8Array): readonly Written[] {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const gone = rangesOf(ds)
    return structs.flatMap((item): readonly Written[] => {
      if (!(item instanceof Y.Item)) return []
      if (item.content instanceof Y.ContentString) return [{ item, text: leftOf(item, item.content.str, gone) }]
      if (item.content instanceof Y.ContentFormat) return [{ item, text: '' }]
      return [{ item, text: null }]
    })
  } catch {
    return []
  }
}

const leftOf = (item: Y.Item, text: string, gone: ClockRanges): string =>
  cutBy(gone, item.id.client, { from: item.id.clock, to: item.id.clock + item.length })
    .filter(({ among }) => !among)
    .map(({ from, to }) => text.slice(from - item.id.clock, to - item.id.clock))
    .join('')

const rangesOf = (deleted: ReturnType<typeof Y.decodeUpdate>['ds']): ClockRanges =>
  new Map(
    [...deleted.clients].map(([client, ranges]) => [
      client,
      ranges.map(({ clock, len }) => ({ from: clock, to: clock + len })).sort((a, b) => a.from - b.from),
    ]),
  )
