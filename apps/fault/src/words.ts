import type { ParkedPiece } from '@witboek/domain'
import * as Y from 'yjs'

/** Every word ever written has this shape, so that it can be found again anywhere. */
export const aWord = (number: number, salt: number): string => `w${number}-${salt}`

export const wordsIn = (text: string): string[] => text.match(/w\d+-\d+/g) ?? []

/** Without the places where they stood: those are letters too. */
export const wordsInPieces = (pieces: readonly ParkedPiece[]): string[] =>
  wordsIn(JSON.stringify(pieces.map(({ blocks }) => blocks)))

export const wordsInUpdate = (update: Uint8Array): string[] =>
  Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? wordsIn(struct.content.str) : [],
  )
