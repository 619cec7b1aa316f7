import type { BookEntry, BookId } from '@witboek/domain'
import { sql } from 'kysely'
import { prepared } from './pool.ts'
import { authorRows, entryRow, SqlBookLog } from '../sql/book-log.ts'

/**
 * The log in PostgreSQL, for many servers. The head is the condition of every append: its row is what they wait for, one
 * after the other, and whoever expected another head writes nothing.
 */
export class PostgresBookLog extends SqlBookLog {
  override async append(
    book: BookId,
    expectedHead: number,
    entries: readonly BookEntry[],
  ): Promise<{ ok: boolean; head: number }> {
    const last = entries.at(-1)
    if (!last) return { ok: true, head: expectedHead }
    const head = expectedHead + entries.length
    const written = await this.write(book, { from: expectedHead, to: head, at: last.at }, entries).catch(isClaimed)
    return written ? { ok: true, head } : { ok: false, head: (await this.head(book)).seq }
  }

  /** One statement: nobody waits for a server that is cut off between two. */
  private async write(book: BookId, head: Head, entries: readonly BookEntry[]): Promise<boolean> {
    const rows = entries.map((entry, i) => entryRow(book, head.from + 1 + i, entry))
    const authors = authorRows(book, head.from, entries)
    const list = <Row, Column extends keyof Row>(of: readonly Row[], column: Column) => of.map((row) => row[column])
    const { rows: moved } = await sql`
      ${prepared(head.from === 0 ? 'append_first' : 'append')}
      with head as (${movesHead(book, head)}), entries as (
        insert into book_entry (book, seq, kind, person, at, section, content)
        select ${book}, entry.* from head, unnest(
          ${list(rows, 'seq')}::int8[], ${list(rows, 'kind')}::text[], ${list(rows, 'person')}::text[],
          ${list(rows, 'at')}::int8[], ${list(rows, 'section')}::text[], ${list(rows, 'content')}::bytea[]) as entry
      ), authors as (
        insert into section_author (book, section, client, person, seq)
        select ${book}, author.* from head, unnest(
          ${list(authors, 'section')}::text[], ${list(authors, 'client')}::int8[],
          ${list(authors, 'person')}::text[], ${list(authors, 'seq')}::int8[]) as author
      )
      select seq from head`.execute(this.db)
    return moved.length === 1
  }
}

interface Head {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** Its one row is the answer; none when the head is not at `from`. */
const movesHead = (book: BookId, { from, to, at }: Head) =>
  from === 0
    ? sql`insert into book_head (book, seq, at) values (${book}, ${to}, ${at}) on conflict (book) do nothing returning seq`
    : sql`update book_head set seq = ${to}, at = ${at} where book = ${book} and seq = ${from} returning seq`

/** A client id that belongs to an entry already: the statement has written nothing. */
function isClaimed(cause: unknown): false {
  const taken = cause instanceof Error && 'constraint' in cause && cause.constraint === 'section_author_pkey'
  if (!taken) throw cause
  return false
}
