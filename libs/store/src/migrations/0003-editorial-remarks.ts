import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** Whether Chefs may place remarks beside the text: not, until the lead says so. */
export async function up(db: Kysely<unknown>, dialect: ColumnTypes): Promise<void> {
  const int = sql.raw(dialect.bigint)
  await sql`alter table dialogue add column editorial_remarks ${int} not null default 0`.execute(db)
}
