import type {
  AuthorRecord,
  BookEntry,
  BookFact,
  BookId,
  BookSnapshot,
  Instant,
  PersonId,
  RecordedEntry,
  SectionId,
} from '@witboek/domain'
import type { BookLog } from '../ports.ts'
import type { Tables } from '../tables.ts'
import type { Database } from './database.ts'

/** The log in SQLite. Group commit is the room's: one call here is one transaction, and one wait for the disk. */
export class EmbeddedBookLog implements BookLog {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async append(
    book: BookId,
    expectedHead: number,
    entries: readonly BookEntry[],
  ): Promise<{ ok: boolean; head: number }> {
    const last = entries.at(-1)
    if (!last) return { ok: true, head: expectedHead }
    return this.db.transaction().execute(async (trx) => {
      const head = expectedHead + entries.length
      const values = { book, seq: head, at: last.at }
      const moved =
        expectedHead === 0
          ? await trx
              .insertInto('book_head')
              .values(values)
              .onConflict((on) => on.doNothing())
              .executeTakeFirst()
          : await trx
              .updateTable('book_head')
              .set({ seq: head, at: last.at })
              .where('book', '=', book)
              .where('seq', '=', expectedHead)
              .executeTakeFirst()
      const rows = 'numUpdatedRows' in moved ? moved.numUpdatedRows : (moved.numInsertedOrUpdatedRows ?? 0n)
      if (rows !== 1n) {
        const found = await trx.selectFrom('book_head').select('seq').where('book', '=', book).executeTakeFirst()
        return { ok: false, head: found?.seq ?? 0 }
      }
      for (const rows of inGroupsOf(
        100,
        entries.map((entry, i) => asRow(book, expectedHead + 1 + i, entry)),
      ))
        await trx.insertInto('book_entry').values(rows).execute()
      for (const rows of inGroupsOf(100, authorsIn(book, expectedHead, entries)))
        await trx.insertInto('section_author').values(rows).execute()
      return { ok: true, head }
    })
  }

  async read(book: BookId, { after, limit }: { after: number; limit: number }): Promise<readonly RecordedEntry[]> {
    const rows = await this.db
      .selectFrom('book_entry')
      .selectAll()
      .where('book', '=', book)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
    const clients = await this.newClients(book, rows)
    return rows.map((row) => asEntry(row, clients.get(row.seq)))
  }

  async facts(book: BookId, through: number): Promise<readonly RecordedEntry[]> {
    const rows = await this.db
      .selectFrom('book_entry')
      .selectAll()
      .where('book', '=', book)
      .where('kind', '=', 'fact')
      .where('seq', '<=', through)
      .orderBy('seq')
      .execute()
    return rows.map((row) => asEntry(row))
  }

  async authors(book: BookId): Promise<readonly AuthorRecord[]> {
    const rows = await this.db
      .selectFrom('section_author')
      .selectAll()
      .where('book', '=', book)
      .orderBy('seq')
      .orderBy('client')
      .execute()
    return rows.map(({ section, client, person }) => ({
      section: section as SectionId,
      client,
      person: person as PersonId,
    }))
  }

  async head(book: BookId): Promise<{ seq: number; at: Instant | null }> {
    const row = await this.db.selectFrom('book_head').selectAll().where('book', '=', book).executeTakeFirst()
    return row ? { seq: row.seq, at: row.at as Instant } : { seq: 0, at: null }
  }

  async latestSnapshot(book: BookId): Promise<BookSnapshot | null> {
    const snapshot = await this.db.selectFrom('book_snapshot').select('seq').where('book', '=', book).executeTakeFirst()
    if (!snapshot) return null
    const rows = await this.db.selectFrom('section_snapshot').selectAll().where('book', '=', book).execute()
    return {
      seq: snapshot.seq,
      sections: rows.map((row) => ({ section: row.section as SectionId, state: plainBytes(row.state) })),
    }
  }

  async saveSnapshot(book: BookId, { seq, sections }: BookSnapshot): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('book_snapshot')
        .values({ book, seq })
        .onConflict((on) => on.column('book').doUpdateSet({ seq }))
        .execute()
      for (const { section, state } of sections)
        await trx
          .insertInto('section_snapshot')
          .values({ book, section, seq, state })
          .onConflict((on) => on.columns(['book', 'section']).doUpdateSet({ seq, state }))
          .execute()
    })
  }

  /** The client ids that wrote for the first time in these entries, by the number of the entry. */
  private async newClients(book: BookId, rows: readonly EntryRow[]): Promise<ReadonlyMap<number, readonly number[]>> {
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return new Map()
    const authors = await this.db
      .selectFrom('section_author')
      .select(['seq', 'client'])
      .where('book', '=', book)
      .where('seq', '>=', first.seq)
      .where('seq', '<=', last.seq)
      .orderBy('client')
      .execute()
    const bySeq = Map.groupBy(authors, ({ seq }) => seq)
    return new Map([...bySeq].map(([seq, own]) => [seq, own.map(({ client }) => client)]))
  }
}

type EntryRow = Tables['book_entry']

const asRow = (book: BookId, seq: number, entry: BookEntry): EntryRow => ({
  book,
  seq,
  kind: entry.kind,
  person: entry.person,
  at: entry.at,
  section: entry.kind === 'edit' ? entry.section : null,
  content: entry.kind === 'edit' ? entry.update : new TextEncoder().encode(JSON.stringify(entry.fact)),
})

function asEntry(row: EntryRow, newClients: readonly number[] = []): RecordedEntry {
  const common = { seq: row.seq, person: row.person as PersonId, at: row.at as Instant }
  return row.kind === 'edit'
    ? { ...common, kind: 'edit', section: row.section as SectionId, update: plainBytes(row.content), newClients }
    : { ...common, kind: 'fact', fact: JSON.parse(new TextDecoder().decode(row.content)) as BookFact }
}

const authorsIn = (book: BookId, before: number, entries: readonly BookEntry[]): Tables['section_author'][] =>
  entries.flatMap((entry, i) =>
    entry.kind === 'edit'
      ? entry.newClients.map((client) => ({
          book,
          section: entry.section,
          client,
          person: entry.person,
          seq: before + 1 + i,
        }))
      : [],
  )

/** Both stores hand out bytes of their own kind; outside there is one. */
const plainBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function* inGroupsOf<Item>(size: number, items: readonly Item[]): Iterable<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
