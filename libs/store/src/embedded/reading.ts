import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { holdsMeetings, holdsRecord, type Reading } from '../reading.ts'
import { portsOn } from '../sql/together.ts'
import type { Tables } from '../tables.ts'
import { EmbeddedBookLog } from './book-log.ts'
import { asKyselyDatabase } from './sqlite.ts'

/** Reads what is in a folder, whether a server uses it or not; answers `null` when there is no record in it. */
export async function readFolder<Value>(
  folder: string,
  read: (reading: Reading) => Promise<Value>,
): Promise<Value | null> {
  const file = join(folder, 'witboek.sqlite')
  if (!existsSync(file)) return null
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyDatabase(database) }) })
  try {
    if (!(await holdsRecord(db))) return null
    const ports = portsOn(db, { alone: nothing, beside: nothing, seal: nothing })
    const meetingLog = (await holdsMeetings(db)) ? ports.meetingLog : null
    return await read({ ...ports, bookLog: new EmbeddedBookLog(db), meetingLog })
  } finally {
    await db.destroy()
  }
}

/** Nothing is changed. */
const nothing = () => Promise.resolve()
