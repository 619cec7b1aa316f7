import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Why a backup was not made or not put back, for one clear sentence. */
export class BackupRefused extends Error {
  readonly why: 'no-data' | 'file-exists' | 'no-backup' | 'damaged' | 'not-empty' | 'no-tool' | 'tool-failed'

  constructor(why: BackupRefused['why'], detail: string = why, cause?: unknown) {
    super(detail, { cause })
    this.why = why
  }
}

/** What a backup holds. */
export interface BackupContents {
  readonly books: number
  readonly entries: number
}

/** What every book's log says it holds, and what is there of it: both stores answer the same question. */
export const logCounts = `
  select h.book as book, h.seq as head, count(e.seq) as entries,
    coalesce(min(e.seq), 1) as first, coalesce(max(e.seq), 0) as last
  from book_head h left join book_entry e on e.book = h.book group by h.book, h.seq`

/** Counts every book's log through: a number that is missing is a loss. Throws `BackupRefused`. */
export function contentsOf(logs: readonly Readonly<Record<string, unknown>>[]): BackupContents {
  for (const { book, head, entries, first, last } of logs)
    if (entries !== head || last !== head || first !== 1)
      throw new BackupRefused('damaged', `the log of book ${String(book)} has a gap`)
  return { books: logs.length, entries: logs.reduce((sum, { entries }) => sum + Number(entries), 0) }
}

/** A backup gets its name only when it is whole: until then it is written here. */
export const unfinished = (file: string): string => `${file}.part`

/** A file, or the names in a folder, have reached the disk when this returns. */
export function onDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
