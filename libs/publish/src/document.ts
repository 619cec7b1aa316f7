import type { Instant, Run } from '@witboek/domain'

/** What a file holds, whatever its format: any feature can fill it. */
export interface Document {
  readonly title: string
  /** One line below the title. */
  readonly subtitle?: string
  readonly language: 'nl' | 'en'
  /** Who gives it out: in the properties of the file and on every page of a PDF. */
  readonly author?: string
  /** The only time in the file: the same document at the same instant is the same bytes. */
  readonly created: Instant
  /** Below the title, a line each: when it was, where, about which theme. */
  readonly details?: readonly Detail[]
  readonly blocks: readonly Block[]
  /** At the foot of every page. */
  readonly edition?: Edition
}

export interface Detail {
  readonly term: string
  readonly text: string
}

interface Edition {
  /** In the reader's language: "Versie 3, vastgesteld". */
  readonly version: string
  /** By which somebody can see that it is the same as what the record names; in hexadecimals. */
  readonly sha256?: string
}

/** Headings, paragraphs, items and captions without anything to read are left out of the file. */
export type Block =
  | HeadingBlock
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'note'; readonly title?: string; readonly runs: readonly Run[] }
  | TableBlock
  | BarsBlock

/** Where a level is skipped it comes out one higher: who only hears the headings would miss one. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

export interface TableBlock {
  readonly kind: 'table'
  /** Says what the table is about, above it and to a screen reader. */
  readonly caption: string
  /** The header of each column, repeated on every page; empty: the table has no header. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Which columns, from 0, hold numbers: those stand below each other at the right. */
  readonly numbers?: readonly number[]
}

/** Counts with a bar behind each, as of a poll. Where a format has no bars it is a table. */
export interface BarsBlock {
  readonly kind: 'bars'
  readonly caption: string
  /** The header of what is counted, and of the counts. */
  readonly columns: readonly [string, string]
  readonly bars: readonly Bar[]
}

interface Bar {
  readonly label: string
  /** 0 or more. The highest of all is the longest bar. */
  readonly amount: number
  /** The same to read: "12 (43%)". */
  readonly shown: string
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })

export const paragraph = (...runs: readonly (string | Run)[]): Block => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})

export const list = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((text) => [{ text }]),
})

export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): Block => ({ kind: 'table', caption, columns, rows, numbers })
