import { sql } from 'kysely'
import { holdsMeetings, holdsRecord, type Reading } from '../reading.ts'
import { portsOn } from '../sql/together.ts'
import { PostgresBookLog } from './book-log.ts'
import { withTime } from './database.ts'

/** Reads what is in a database, beside the servers that use it; answers `null` when there is no record in it. */
export function readDatabase<Value>(url: string, read: (reading: Reading) => Promise<Value>): Promise<Value | null> {
  return withTime(url, async (db) => {
    await sql`set session characteristics as transaction read only`.execute(db)
    if (!(await holdsRecord(db))) return null
    const ports = portsOn(db, { alone: nothing, beside: nothing, seal: nothing })
    const meetingLog = (await holdsMeetings(db)) ? ports.meetingLog : null
    return read({ ...ports, bookLog: new PostgresBookLog(db), meetingLog })
  })
}

/** Nothing is changed. */
const nothing = () => Promise.resolve()
