import type { MeetingLog, Store } from './ports/index.ts'
import type { Database } from './tables.ts'

/** What can be read beside servers that write. Nothing can be changed by it, and no table is brought up to date. */
export interface Reading extends Pick<Store, 'dialogues' | 'books' | 'bookLog' | 'events' | 'meetings'> {
  /** `null`: the tables are older than what happens at meetings. */
  readonly meetingLog: MeetingLog | null
}

/** Are the tables there, and as young as the record? */
export const holdsRecord = (db: Database): Promise<boolean> => holds(db, 'event')

/** As young as what happens at meetings? */
export const holdsMeetings = (db: Database): Promise<boolean> => holds(db, 'meeting_fact')

async function holds(db: Database, table: string): Promise<boolean> {
  const tables = await db.introspection.getTables()
  return tables.some(({ name }) => name === table)
}
