import type { StructureFact } from './book.ts'
import type { Instant, PersonId, SectionId } from './ids.ts'

/**
 * One thing that happened to a book. Edits and facts share one gap-free sequence per book (I3), so that "before" and
 * "after" mean the same to everyone, on every server. What the bytes of an edit mean only `libs/book` knows.
 */
export type BookEntry =
  | {
      readonly kind: 'edit'
      readonly person: PersonId
      readonly at: Instant
      readonly section: SectionId
      readonly update: Uint8Array
    }
  | { readonly kind: 'fact'; readonly person: PersonId; readonly at: Instant; readonly fact: StructureFact }

/** An entry with its place in the sequence: 1, 2, 3 … without a gap. */
export type RecordedEntry = BookEntry & { readonly seq: number }

/** A shortcut to the state at `seq`: it replaces no history, it only saves reading it all. */
export interface BookSnapshot {
  readonly seq: number
  readonly sections: readonly { readonly section: SectionId; readonly state: Uint8Array }[]
}
