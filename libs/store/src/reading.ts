import type { Store } from './ports.ts'
import type { Database } from './tables.ts'

/** What can be read beside servers that write. Nothing can be changed by it, and no table is brought up to date. */
export type Reading = Pick<Store, 'dialogues' | 'books' | 'bookLog' | 'events'>

/** Are the tables there, and as young as the record? */
export async function holdsRecord(db: Database): Promise<boolean> {
  const tables = await db.introspection.getTables()
  return tables.some(({ name }) => name === 'event')
}
