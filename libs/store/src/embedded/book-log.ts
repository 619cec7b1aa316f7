import type { BookEntry, BookId } from '@witboek/domain'
import { CompiledQuery } from 'kysely'
import { authorRows, entryRow, SqlBookLog } from '../sql/book-log.ts'
import type { Database } from '../tables.ts'

interface Append {
  readonly book: BookId
  readonly from: number
  readonly entries: readonly BookEntry[]
  readonly written: (answer: { ok: boolean; head: number }) => void
  readonly failed: (cause: unknown) => void
}

/** Transactions start at least this far apart (ms): waiting for the disk costs the same for one book and for eight. */
const pause = 3

/**
 * The log in SQLite. A room gathers the edits of its book; what several rooms bring at about the same moment becomes one
 * transaction here, with one wait for the disk. Each append in it holds or does not hold for itself.
 */
export class EmbeddedBookLog extends SqlBookLog {
  private waiting: Append[] = []
  private starting = false
  private lastStart = -Infinity

  override append(
    book: BookId,
    expectedHead: number,
    entries: readonly BookEntry[],
  ): Promise<{ ok: boolean; head: number }> {
    if (entries.length === 0) return Promise.resolve({ ok: true, head: expectedHead })
    return new Promise((written, failed) => {
      this.waiting.push({ book, from: expectedHead, entries, written, failed })
      this.start()
    })
  }

  // SQLite answers at once. Whoever opens a large book reads on and on: the others get their turn in between.

  override async read(...wish: Parameters<SqlBookLog['read']>): ReturnType<SqlBookLog['read']> {
    return inATurnOfItsOwn(await super.read(...wish))
  }

  override async latestSnapshot(
    ...wish: Parameters<SqlBookLog['latestSnapshot']>
  ): ReturnType<SqlBookLog['latestSnapshot']> {
    return inATurnOfItsOwn(await super.latestSnapshot(...wish))
  }

  private start(): void {
    if (this.starting) return
    this.starting = true
    const ms = this.lastStart + pause - performance.now()
    if (ms <= 0) setImmediate(() => void this.commit())
    else setTimeout(() => void this.commit(), ms)
  }

  private async commit(): Promise<void> {
    this.lastStart = performance.now()
    const batch = this.waiting
    this.waiting = []
    this.starting = false
    try {
      const answers = await this.db.transaction().execute(async (trx) => {
        const answers = []
        for (const append of batch) answers.push(await write(trx, append))
        return answers
      })
      answers.forEach((answer, i) => batch[i]?.written(answer))
    } catch (cause) {
      for (const { failed } of batch) failed(cause)
    }
  }
}

const inATurnOfItsOwn = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => setImmediate(() => resolve(value)))

/** Written by hand and prepared once: Kysely would put the same words together a thousand times a second. */
const statements = {
  head: 'select seq from book_head where book = ?',
  firstHead: 'insert into book_head (book, seq, at) values (?, ?, ?) on conflict do nothing',
  nextHead: 'update book_head set seq = ?, at = ? where book = ? and seq = ?',
  owner: 'select seq from section_author where book = ? and section = ? and client = ?',
  entry: 'insert into book_entry (book, seq, kind, person, at, section, content) values (?, ?, ?, ?, ?, ?, ?)',
  author: 'insert into section_author (book, section, client, person, seq) values (?, ?, ?, ?, ?)',
} as const

/** There is one connection, so what is looked up here is still so when it is acted upon. */
async function write(db: Database, { book, from, entries }: Append): Promise<{ ok: boolean; head: number }> {
  const run = (statement: keyof typeof statements, ...values: unknown[]) =>
    db.executeQuery<{ seq: number }>(CompiledQuery.raw(statements[statement], values))
  const head = from + entries.length
  const at = entries.at(-1)?.at
  const authors = authorRows(book, from, entries)
  let free = new Set(authors.map(({ section, client }) => `${section} ${client}`)).size === authors.length
  for (const { section, client } of authors) free &&= (await run('owner', book, section, client)).rows.length === 0
  const moved = free && (await (from === 0 ? run('firstHead', book, head, at) : run('nextHead', head, at, book, from)))
  if (!moved || moved.numAffectedRows !== 1n) return { ok: false, head: (await run('head', book)).rows[0]?.seq ?? 0 }
  for (const [i, entry] of entries.entries()) {
    const row = entryRow(book, from + 1 + i, entry)
    await run('entry', row.book, row.seq, row.kind, row.person, row.at, row.section, row.content)
  }
  for (const { section, client, person, seq } of authors) await run('author', book, section, client, person, seq)
  return { ok: true, head }
}
