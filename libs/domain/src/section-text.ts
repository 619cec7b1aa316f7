/**
 * The text of a section as plain data: what pages show before the editor is there, what exports print and what the
 * example is written in. One shape, read from and written to the shared document by `libs/book`.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly text: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }

export interface Cell {
  readonly header: boolean
  readonly blocks: readonly Block[]
}

/** A piece of text in one style. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** An http, https or mailto address. */
  readonly link?: string
}
