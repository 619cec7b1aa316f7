/** Whose a Yjs client id is: the asker's own, nobody's yet, or somebody else's (I5). */
export type Ownership = 'own' | 'free' | 'foreign'

/** What an update would do to a section, found out before it does it. */
export type Verdict =
  /** No honest client sends this; `why` goes to the audit log. */
  | { readonly kind: 'malformed'; readonly why: string }
  /** Everything in it is known already: a joiner's first message is of this kind, and must never be refused. */
  | { readonly kind: 'nothing' }
  /** It builds on something that is not here: nothing of it may be applied, the client is asked for all it has. */
  | { readonly kind: 'gap' }
  /** Well formed, but not for this book: the words stay with their writer. */
  | { readonly kind: 'refused'; readonly code: RefusedCode; readonly why: string }
  | {
      readonly kind: 'something'
      /** The part that is new; this, and not the client's bytes, is what to apply. */
      readonly update: Uint8Array
      /** The client ids that write in it. */
      readonly clients: readonly number[]
      /** Only format marks that nobody sees are taken away: an editor tidying up, also that of a mere reader. */
      readonly cosmetic: boolean
    }

export type RefusedCode = 'foreign-author' | 'not-allowed-text' | 'orphaned-text'
