import { join } from 'node:path'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { bringUpToDate } from '../migrations/bring-up-to-date.ts'
import { sqliteTypes } from '../migrations/column-types.ts'
import type { StoreNotes } from '../notes.ts'
import type { Database, Tables } from '../tables.ts'
import { asKyselyDatabase, openFile } from './sqlite.ts'

/** Opens `witboek.sqlite` in the folder and brings its tables up to date. */
export async function openDatabase(folder: string, notes: StoreNotes): Promise<Database> {
  const db = connect(folder)
  try {
    const newer = await bringUpToDate(db, sqliteTypes)
    if (newer.length > 0) notes.newerTables(newer)
    return db
  } catch (cause) {
    await db.destroy()
    throw cause
  }
}

/** The tables as they are. */
export function connect(folder: string): Database {
  const file = openFile(join(folder, 'witboek.sqlite'))
  return new Kysely<Tables>({ dialect: new WholeMigrations({ database: asKyselyDatabase(file) }) })
}

/** SQLite takes tables back with the transaction that made them, and Kysely does not know: a migration is whole or nothing. */
class WholeMigrations extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true
      }
    })()
  }
}
