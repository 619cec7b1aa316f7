import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** Letters about meetings that wait to be sent, and who wants none. */
export async function up(db: Kysely<unknown>, dialect: ColumnTypes): Promise<void> {
  const suffix = sql.raw(dialect.strict ? ' strict' : '')
  const int = sql.raw(dialect.bigint)
  const text = sql.raw(dialect.text)
  const statements = [
    sql`create table meeting_letter (
      meeting ${text} not null, person ${text} not null, version ${int} not null, kind ${text} not null, was ${text},
      queued_at ${int} not null, primary key (meeting, person))${suffix}`,
    sql`create index meeting_letter_person on meeting_letter (person)`,
    sql`create table no_meeting_letters (person ${text} primary key)${suffix}`,
  ]
  for (const statement of statements) await statement.execute(db)
}
