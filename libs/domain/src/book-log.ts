import type { BookFact } from './book.ts'
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
      /** The Yjs client ids that write in this section for the first time: from now on they are this person's, for good (I5). */
      readonly newClients: readonly number[]
    }
  | { readonly kind: 'fact'; readonly person: PersonId; readonly at: Instant; readonly fact: BookFact }

/** An entry with its place in the sequence: 1, 2, 3 … without a gap. */
export type RecordedEntry = BookEntry & { readonly seq: number }

/** A shortcut to the state at `seq`: it replaces no history, it only saves reading it all. */
export interface BookSnapshot {
  readonly seq: number
  readonly sections: readonly { readonly section: SectionId; readonly state: Uint8Array }[]
}

/** Whose a Yjs client id is in a section, for good (I5). */
export interface AuthorRecord {
  readonly section: SectionId
  readonly client: number
  readonly person: PersonId
}
