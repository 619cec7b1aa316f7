import type { Instant, Run } from '@witboek/domain'

/** What a file holds, whatever its format: any feature can fill it. */
export interface Document {
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly author?: string
  /** The only time in the file: the same document at the same instant is the same bytes. */
  readonly created: Instant
  readonly blocks: readonly Block[]
}

/** Headings, paragraphs, items and captions without anything to read are left out of the file. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | TableBlock

export interface TableBlock {
  readonly kind: 'table'
  /** Says what the table is about, above it and to a screen reader. */
  readonly caption: string
  /** The header of each column, repeated on every page; empty: the table has no header. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

export const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})
