import { createHash, type Hash } from 'node:crypto'
import type { BookId } from '@witboek/domain'
import type { BookLog } from '../ports/index.ts'
import { SqlDialogues } from '../sql/dialogues.ts'
import { SqlPeople } from '../sql/people.ts'
import { tableNames, type Database } from '../tables.ts'
import { MoveRefused } from './move-refused.ts'
import { countOf, pagesOf } from './rows.ts'

/** One side of a move: its tables, and its own way to read a book. */
interface Side {
  readonly db: Database
  readonly bookLog: BookLog
}

/** Told what is being done now; it goes on when that is heard. */
export type Progress = (what: string) => void | Promise<void>

/** What was moved. */
export interface Moved {
  readonly books: number
  readonly entries: number
  readonly people: number
}

/**
 * Reads everything back from both sides: every row of every table, and every book as a server reads it. Throws
 * `MoveRefused` with the first thing that differs.
 */
export async function compare(from: Side, to: Side, progress: Progress): Promise<Moved> {
  for (const table of tableNames) {
    await progress(`comparing ${table}`)
    same(`the number of rows in ${table}`, await countOf(from.db, table), await countOf(to.db, table))
    same(`the rows of ${table}`, await hashOfTable(from.db, table), await hashOfTable(to.db, table))
  }
  const [people, others] = [await new SqlPeople(from.db).all(), await new SqlPeople(to.db).all()]
  same('the people', JSON.stringify(people), JSON.stringify(others))
  const [frame, other] = [await new SqlDialogues(from.db).current(), await new SqlDialogues(to.db).current()]
  same('the dialogue', JSON.stringify(frame), JSON.stringify(other))
  let entries = 0
  const heads = await from.db.selectFrom('book_head').select('book').orderBy('book').execute()
  for (const { book } of heads) {
    await progress(`reading ${book} as a server does`)
    entries += await compareBook(book as BookId, from.bookLog, to.bookLog)
  }
  return { books: heads.length, entries, people: people.length }
}

async function compareBook(book: BookId, from: BookLog, to: BookLog): Promise<number> {
  const [one, other] = [await contentsOf(book, from), await contentsOf(book, to)]
  same(`the head of ${book}`, one.head, other.head)
  same(`the number of entries of ${book}`, one.entries, one.head)
  same(`the entries of ${book}`, one.hash, other.hash)
  return one.entries
}

/** Entries with their authors, the latest snapshot, whose each client id is: in the order in which a server reads them. */
async function contentsOf(book: BookId, log: BookLog): Promise<{ head: number; entries: number; hash: string }> {
  const hash = createHash('sha256')
  const { seq: head } = await log.head(book)
  let entries = 0
  for (;;) {
    const page = await log.read(book, { after: entries, limit: 100 })
    for (const entry of page) adds(hash, entry)
    // A number that is missing shows: the entries do not add up to the head.
    if (page.length === 0 || page.at(-1)?.seq !== entries + page.length) break
    entries += page.length
  }
  const snapshot = await log.latestSnapshot(book)
  adds(hash, snapshot?.seq ?? null)
  for (const section of snapshot?.sections.toSorted((a, b) => (a.section < b.section ? -1 : 1)) ?? [])
    adds(hash, section)
  for (const author of await log.authors(book)) adds(hash, author)
  return { head, entries, hash: hash.digest('hex') }
}

async function hashOfTable(db: Database, table: (typeof tableNames)[number]): Promise<string> {
  const hash = createHash('sha256')
  for await (const rows of pagesOf(db, table)) for (const row of rows) adds(hash, row)
  return hash.digest('hex')
}

/** Whatever it holds, with its bytes, in an order that does not depend on where it was read. */
function adds(hash: Hash, value: unknown): void {
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Uint8Array) return `bytes ${Buffer.from(part).toString('base64')}`
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
  hash.update(`${text}\n`)
}

function same(what: string, one: unknown, other: unknown): void {
  if (one !== other) throw new MoveRefused('differs', `${what}: ${String(one)} and ${String(other)}`)
}
