import type { Database } from '../tables.ts'

/** Within the transaction there is, or in one of its own. */
export const whole = <Value>(db: Database, work: (transaction: Database) => Promise<Value>): Promise<Value> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

/** Holds back every other transaction that asks for the same name, until the end of this one. */
export type Alone = (transaction: Database, name: string) => Promise<void>
