import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Whose the client ids of an entry are is read with the entry: another server needs both at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index section_author_entry on section_author (book, seq)`.execute(db)
}
