import { z } from 'zod'
import {
  editRefusals,
  type Block,
  type Cell,
  type EditRefusal,
  type Instant,
  type ParkedEdit,
  type ParkedPiece,
  type PersonId,
  type Run,
} from '@witboek/domain'
import { BookIdOnWire, ParkedIdOnWire, SectionIdOnWire } from './ids.ts'
import { nestedAtMost } from './nesting.ts'

/** More words than this at once (characters, all pieces together) are no edit but a book; they stay on the device. */
const textMax = 20_000
const piecesMax = 200

const RunOnWire: z.ZodType<Run, Run> = z.strictObject({
  text: z.string().max(textMax),
  bold: z.boolean().exactOptional(),
  italic: z.boolean().exactOptional(),
  link: z.string().max(2000).exactOptional(),
})
const Text = z.array(RunOnWire).max(500)
const CellOnWire: z.ZodType<Cell, Cell> = z.strictObject({
  header: z.boolean(),
  blocks: z.lazy(() => Blocks),
})
const BlockOnWire: z.ZodType<Block, Block> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('paragraph'), text: Text }),
    z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(3), z.literal(4)]), text: Text }),
    z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Blocks).max(200) }),
    z.strictObject({ kind: z.literal('quote'), blocks: Blocks }),
    z.strictObject({ kind: z.literal('table'), rows: z.array(z.array(CellOnWire).max(20)).max(200) }),
  ]),
)
const Blocks = z.array(BlockOnWire).max(200)
const PieceOnWire: z.ZodType<ParkedPiece, ParkedPiece> = z.strictObject({
  at: z.string().regex(/^[A-Za-z0-9+/=]{0,400}$/),
  inline: z.boolean(),
  blocks: Blocks,
})
/** The deepest text there is (64 nodes) is shallower than this as JSON. What is deeper would overflow the stack of whoever reads it. */
const nestingMax = 150
const Pieces = z
  .custom<readonly ParkedPiece[]>((pieces) => nestedAtMost(pieces, nestingMax), 'nested too deep')
  .pipe(
    z
      .array(PieceOnWire)
      .min(1)
      .max(piecesMax)
      .refine((pieces) => JSON.stringify(pieces).length <= textMax * 4, 'too much at once'),
  )

/**
 * Socket.IO messages about words that were refused. `edit:park` brings them to the server; the id is the device's own, so
 * that bringing them twice is the same as once.
 */
export const parkedCommands = {
  'edit:park': z.strictObject({
    book: BookIdOnWire,
    section: SectionIdOnWire,
    id: ParkedIdOnWire,
    /** Why they were refused: nothing else is a reason to set words aside. */
    code: z.string().max(64).pipe(z.enum(editRefusals)),
    pieces: Pieces,
  }),
  'edit:hand-over': z.strictObject({ book: BookIdOnWire, id: ParkedIdOnWire }),
  'edit:withdraw': z.strictObject({ book: BookIdOnWire, id: ParkedIdOnWire }),
  'edit:admit': z.strictObject({ book: BookIdOnWire, id: ParkedIdOnWire }),
  'edit:give-back': z.strictObject({ book: BookIdOnWire, id: ParkedIdOnWire }),
} as const

export type ParkedCommands = { [Name in keyof typeof parkedCommands]: z.input<(typeof parkedCommands)[Name]> }

/** `GET /api/books/{book}/parked`: what still waits and this visitor may see, oldest first. */
export interface ParkedAnswer {
  readonly parked: readonly (Pick<ParkedEdit, 'id' | 'section' | 'pieces' | 'state'> & {
    readonly at: Instant
    readonly code: EditRefusal
    readonly writer: { readonly person: PersonId; readonly name: string }
    readonly own: boolean
  })[]
}

/** `parked:changed`, to everyone in the book: ask anew what you may see. What it is about stays on the server. */
export interface ParkedChanged {
  readonly book: string
}
