import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { unheard, type StoreNotes } from '../notes.ts'
import type { Store } from '../ports.ts'
import { portsOn } from '../sql/together.ts'
import type { Alone } from '../sql/whole.ts'
import { PostgresBookLog } from './book-log.ts'
import { openDatabase } from './database.ts'
import { patience as usual, type Patience } from './pool.ts'
import { PostgresTurns } from './turns.ts'

/** Everything in one PostgreSQL database, for as many servers as like. Throws `DatabaseRefused`. */
export async function openPostgresStore(
  url: string,
  notes: StoreNotes = unheard,
  patience: Patience = usual,
): Promise<Store> {
  const db = await openDatabase(url, notes, patience)
  const turns = new PostgresTurns(url, patience, notes.connectionLost)
  return {
    bookLog: new PostgresBookLog(db),
    ...portsOn(db, alone),
    turns,
    together: (work) => db.transaction().execute((trx) => work(portsOn(trx, alone))),
    async close() {
      await turns.close()
      await db.destroy()
    },
  }
}

/** A lock until the end of the transaction: what is counted is still so when something is added. */
const alone: Alone = async (transaction, name) => {
  const key = createHash('sha256').update(`witboek ${name}`).digest().readBigInt64BE()
  await sql`select pg_advisory_xact_lock(${key})`.execute(transaction)
}
