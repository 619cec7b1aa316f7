import { sql } from 'kysely'
import type { Database } from '../tables.ts'

/** A table that is there for as long as a move to this database is under way, or was cut off. */
export const theMark = sql.table('unfinished_move')

export async function holdsHalf(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('unfinished_move') is not null as found`.execute(db)
  return rows[0]?.found === true
}
