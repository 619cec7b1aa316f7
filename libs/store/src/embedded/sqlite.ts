import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** The one file that knows `node:sqlite`: Kysely's SQLite dialect asks for the shape that `better-sqlite3` made common. */
export function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      const statement = asKyselyStatement(database.prepare(sql))
      // The tables may be changed by what is prepared: what was known of their columns is no longer so.
      if (!/^\s*(select|insert|update|delete|begin|commit|rollback)\b/i.test(sql)) prepared.clear()
      else if (prepared.size < preparedMax) prepared.set(sql, statement)
      return statement
    },
  }
}

/** Statements that are kept ready; there are fewer different ones, but for lists of many lengths. */
const preparedMax = 200

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  // A lone object as first argument would be taken for named parameters: always spread, so that a blob is a value.
  type Values = Parameters<StatementSync['all']>
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Values)),
    run: (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...(parameters as Values))
      return { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) }
    },
    iterate: (parameters) => statement.iterate(...(parameters as Values)),
  }
}

/**
 * WAL with FULL: what is acknowledged has reached the disk, also when the machine loses power the next moment. What is
 * deleted is written over at once; what a process that died has left in the second file goes into the first.
 */
export function openFile(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 2000; pragma secure_delete = on; pragma wal_checkpoint(truncate)',
  )
  return database
}
