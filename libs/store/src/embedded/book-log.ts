import type { BookEntry, BookId } from '@witboek/domain'
import { authorRows, entryRow, SqlBookLog } from '../sql/book-log.ts'
import type { Database } from '../tables.ts'

/** The log in SQLite. Group commit is the room's: one call here is one transaction, and one wait for the disk. */
export class EmbeddedBookLog extends SqlBookLog {
  override async append(
    book: BookId,
    expectedHead: number,
    entries: readonly BookEntry[],
  ): Promise<{ ok: boolean; head: number }> {
    const last = entries.at(-1)
    if (!last) return { ok: true, head: expectedHead }
    const head = expectedHead + entries.length
    try {
      await this.db.transaction().execute(async (trx) => {
        if (!(await movesHead(trx, { book, from: expectedHead, to: head, at: last.at }))) throw new NotWritten()
        for (const rows of inGroupsOf(
          100,
          entries.map((entry, i) => entryRow(book, expectedHead + 1 + i, entry)),
        ))
          await trx.insertInto('book_entry').values(rows).execute()
        for (const rows of inGroupsOf(100, authorRows(book, expectedHead, entries)))
          if (!(await claims(trx, rows))) throw new NotWritten()
      })
      return { ok: true, head }
    } catch (cause) {
      if (!(cause instanceof NotWritten)) throw cause
      return { ok: false, head: (await this.head(book)).seq }
    }
  }
}

/** Takes back whatever the transaction has done so far. */
class NotWritten extends Error {}

async function movesHead(
  db: Database,
  { book, from, to, at }: { book: BookId; from: number; to: number; at: number },
): Promise<boolean> {
  if (from === 0) {
    const values = { book, seq: to, at }
    const first = db.insertInto('book_head').values(values)
    return (await first.onConflict((on) => on.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n
  }
  const next = db.updateTable('book_head').set({ seq: to, at }).where('book', '=', book).where('seq', '=', from)
  return (await next.executeTakeFirst()).numUpdatedRows === 1n
}

/** Answers whether all these client ids were nobody's yet. */
async function claims(db: Database, rows: ReturnType<typeof authorRows>): Promise<boolean> {
  const insert = db.insertInto('section_author').values(rows)
  const { numInsertedOrUpdatedRows } = await insert.onConflict((on) => on.doNothing()).executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === BigInt(rows.length)
}

function* inGroupsOf<Item>(size: number, items: readonly Item[]): Iterable<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
