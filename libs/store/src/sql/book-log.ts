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
import type { BookLog } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

/** What both stores read and keep alike; how entries are written so that one order holds is each one's own. */
export abstract class SqlBookLog implements BookLog {
  protected readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  abstract append(
    book: BookId,
    expectedHead: number,
    entries: readonly BookEntry[],
  ): Promise<{ ok: boolean; head: number }>

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
    // In one statement, so that number and states are of one moment.
    const rows = await this.db
      .selectFrom('book_snapshot')
      .leftJoin('section_snapshot', 'section_snapshot.book', 'book_snapshot.book')
      .select(['book_snapshot.seq', 'section_snapshot.section', 'section_snapshot.state'])
      .where('book_snapshot.book', '=', book)
      .execute()
    const [first] = rows
    if (!first) return null
    return {
      seq: first.seq,
      sections: rows.flatMap(({ section, state }) =>
        section !== null && state !== null ? [{ section: section as SectionId, state: plainBytes(state) }] : [],
      ),
    }
  }

  async saveSnapshot(book: BookId, { seq, sections }: BookSnapshot): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('book_snapshot')
        .values({ book, seq })
        .onConflict((on) => on.column('book').doUpdateSet({ seq }).where('book_snapshot.seq', '<=', seq))
        .executeTakeFirstOrThrow()
      // Another server has a later one: what this one would save is in it.
      if (numInsertedOrUpdatedRows !== 1n) return
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

export const entryRow = (book: BookId, seq: number, entry: BookEntry): EntryRow => ({
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

export const authorRows = (book: BookId, before: number, entries: readonly BookEntry[]): Tables['section_author'][] =>
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
