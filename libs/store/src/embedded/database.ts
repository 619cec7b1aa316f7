import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import type { Tables } from '../tables.ts'
import { asKyselyDatabase, openFile } from './sqlite.ts'

export type Database = Kysely<Tables>

/** Opens `witboek.sqlite` in the folder and brings its tables up to date. */
export async function openDatabase(folder: string): Promise<Database> {
  const file = openFile(join(folder, 'witboek.sqlite'))
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyDatabase(file) }) })
  const dialect = { blob: 'blob', bigint: 'integer', strict: true } as const
  const provider = {
    getMigrations: () =>
      Promise.resolve(
        Object.fromEntries(
          Object.entries(migrations).map(([name, { up }]) => [name, { up: (on: Kysely<unknown>) => up(on, dialect) }]),
        ),
      ),
  }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) {
    await db.destroy()
    throw error instanceof Error ? error : new Error('the tables could not be brought up to date', { cause: error })
  }
  return db
}
