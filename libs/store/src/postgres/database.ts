import { Kysely, PostgresDialect, sql } from 'kysely'
import { bringUpToDate } from '../migrations/bring-up-to-date.ts'
import { postgresTypes } from '../migrations/column-types.ts'
import type { StoreNotes } from '../notes.ts'
import type { Database, Tables } from '../tables.ts'
import { asRefused, DatabaseRefused, shown } from './database-refused.ts'
import { holdsHalf } from './half-moved.ts'
import { discarding, openPool, type Patience } from './pool.ts'

const connections = 10
/** 14 was the first that ends a session which says nothing (`idle_session_timeout`). */
const oldest = 14

/** Connects to the database and brings its tables up to date. Throws `DatabaseRefused`. */
export async function openDatabase(url: string, notes: StoreNotes, patience: Patience): Promise<Database> {
  const newer = await withTime(url, async (db) => {
    await checkVersion(db, url)
    if (await holdsHalf(db)) throw new DatabaseRefused(shown(url), 'half-moved')
    return bringUpToDate(db, postgresTypes)
  })
  if (newer.length > 0) notes.newerTables(newer)
  const pool = openPool(url, { name: 'witboek', max: connections, patience }, notes.connectionLost)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: discarding(pool) }) })
  await sql`select 1`.execute(db)
  return db
}

/**
 * Does something on one connection of its own that may take its time, as when another server is at the same. Throws
 * `DatabaseRefused`.
 */
export async function withTime<Value>(url: string, act: (db: Database) => Promise<Value>): Promise<Value> {
  const tenMinutes = 600_000
  const patience = { connection: 5_000, statement: tenMinutes, lock: tenMinutes, silence: tenMinutes }
  const pool = openPool(url, { name: 'witboek', max: 1, patience }, () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await act(db)
  } catch (cause) {
    throw asRefused(url, cause)
  } finally {
    await db.destroy()
  }
}

export async function checkVersion(db: Database, url: string): Promise<void> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
  if (Number(rows[0]?.version) < oldest * 10_000) throw new DatabaseRefused(shown(url), 'too-old')
}
