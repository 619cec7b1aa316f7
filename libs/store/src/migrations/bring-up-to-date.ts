import { sql, type Kysely } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration'
import type { Database } from '../tables.ts'
import type { ColumnTypes } from './column-types.ts'
import { migrations, type Migrations } from './index.ts'

/**
 * Brings tables that are not there, or are of an older version, up to date. Servers that start at the same moment wait
 * for each other. Answers the migrations of a newer version that the tables have had: there is nothing to do then,
 * because a newer version only adds, and this one runs on beside it.
 */
export async function bringUpToDate(
  db: Database,
  types: ColumnTypes,
  known: Migrations = migrations,
): Promise<readonly string[]> {
  if (await hasAll(db, known)) return newerThan(known, await executed(db))
  const provider = {
    getMigrations: () =>
      Promise.resolve(
        Object.fromEntries(
          Object.entries(known).map(([name, { up }]) => [name, { up: (on: Kysely<unknown>) => up(on, types) }]),
        ),
      ),
  }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  // A newer server may have been faster: Kysely refuses what it does not know, and we do not.
  if (error && !(await hasAll(db, known)))
    throw error instanceof Error ? error : new Error('the tables could not be brought up to date', { cause: error })
  return newerThan(known, await executed(db))
}

const hasAll = async (db: Database, known: Migrations): Promise<boolean> => {
  const done = await executed(db)
  return Object.keys(known).every((name) => done.includes(name))
}

const newerThan = (known: Migrations, done: readonly string[]): readonly string[] =>
  done.filter((name) => !(name in known))

async function executed(db: Database): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db)
  return rows.map(({ name }) => name)
}
