import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/**
 * Whose a Yjs client id is in a section, for good; and words that were refused, set aside for their writer.
 * Edits from before this table keep their text without an author on record: no version that wrote them was ever released,
 * so nothing is filled in afterwards. Nobody can write on under such an id: an id without an owner has to start at its
 * first letter, and those are taken.
 */
export async function up(db: Kysely<unknown>, dialect: ColumnTypes): Promise<void> {
  const suffix = sql.raw(dialect.strict ? ' strict' : '')
  const int = sql.raw(dialect.bigint)
  const text = sql.raw(dialect.text)
  const statements = [
    sql`create table section_author (
      book ${text} not null, section ${text} not null, client ${int} not null, person ${text} not null, seq ${int} not null,
      primary key (book, section, client))${suffix}`,
    sql`create table parked_edit (
      id ${text} primary key, book ${text} not null, section ${text} not null, writer ${text} not null, at ${int} not null,
      code ${text} not null, pieces ${text} not null, state ${text} not null)${suffix}`,
    sql`create index parked_edit_waiting on parked_edit (book) where state in ('kept', 'handed', 'returned')`,
  ]
  for (const statement of statements) await statement.execute(db)
}
