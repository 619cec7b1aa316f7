import type { BookId, Instant, ParkedId, PersonId, SectionId } from './ids.ts'
import type { BookRights } from './book-rights.ts'
import { ok, refuse, type Refusal, type Result } from './result.ts'
import type { Block } from './section-text.ts'

/** Words in one place of a section's text. Only `libs/book` reads `at`. */
export interface ParkedPiece {
  /** Where it stood, as `libs/book` notes it; empty: at the end. */
  readonly at: string
  /** One run of words in the middle of a paragraph; else blocks of their own. */
  readonly inline: boolean
  readonly blocks: readonly Block[]
}

/**
 * Words that were refused, set aside (opzijgezet) for their writer. `kept`: only the writer sees them; `handed`: given to
 * the Chef; `returned`: the Chef gave them back; `admitted` and `withdrawn` are ends: in the text, or taken back.
 */
export interface ParkedEdit {
  readonly id: ParkedId
  readonly book: BookId
  readonly section: SectionId
  readonly writer: PersonId
  readonly at: Instant
  /** Why they were refused. */
  readonly code: EditRefusal
  readonly pieces: readonly ParkedPiece[]
  readonly state: ParkedState
}

export type ParkedState = 'kept' | 'handed' | 'returned' | 'admitted' | 'withdrawn'

/** Why an edit can be refused; nothing else is a reason to set words aside. */
export const editRefusals = [
  'not-for-your-role',
  'not-your-theme-group',
  'book-closed-for-writing',
  'section-not-found',
  'section-removed',
  'section-locked',
  'book-frozen',
  'not-allowed-text',
  'foreign-author',
  'orphaned-text',
  'section-too-large',
] as const satisfies readonly Refusal['code'][]
export type EditRefusal = (typeof editRefusals)[number]

/** More than this waiting from one person in one book is no longer set aside on the server; the device keeps it. */
export const parkedMax = 50

/** What can be asked about words that were set aside. */
export type ParkedCommand = 'hand-over' | 'withdraw' | 'admit' | 'give-back'

const next: {
  readonly [Command in ParkedCommand]: { readonly from: readonly ParkedState[]; readonly to: ParkedState }
} = {
  'hand-over': { from: ['kept', 'returned'], to: 'handed' },
  withdraw: { from: ['kept', 'handed', 'returned'], to: 'withdrawn' },
  admit: { from: ['handed'], to: 'admitted' },
  'give-back': { from: ['handed'], to: 'returned' },
}

/** The writer hands over or takes back; the Chef of the book admits, or gives back (PARK-2, PARK-3). */
export function changeParked(
  parked: ParkedEdit,
  command: ParkedCommand,
  rights: BookRights,
  person: PersonId,
): Result<{ readonly from: ParkedState; readonly to: ParkedState }> {
  const writers = command === 'hand-over' || command === 'withdraw'
  if (writers && parked.writer !== person) return refuse({ code: 'parked-not-found' })
  if (!writers && !rights.order) return refuse({ code: 'not-for-your-role', role: rights.role })
  const { from, to } = next[command]
  return from.includes(parked.state) ? ok({ from: parked.state, to }) : refuse({ code: 'parked-changed' })
}

/** The writer sees all that still waits; the Chef sees what was handed over (PARK-2). */
export const maySeeParked = (parked: ParkedEdit, rights: BookRights, person: PersonId): boolean =>
  parked.writer === person
    ? parked.state === 'kept' || parked.state === 'handed' || parked.state === 'returned'
    : rights.order && parked.state === 'handed'
