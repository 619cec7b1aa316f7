import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { unheard, type StoreNotes } from '../notes.ts'
import type { Store } from '../ports/index.ts'
import { portsOn, together } from '../sql/together.ts'
import type { Alone, Manners } from '../sql/whole.ts'
import type { Database } from '../tables.ts'
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
  const manners: Manners = { alone, beside, seal: () => vacuum(db) }
  return {
    bookLog: new PostgresBookLog(db),
    ...portsOn(db, manners),
    turns,
    together: (work) => together(db, manners, work),
    async close() {
      await turns.close()
      await db.destroy()
    },
  }
}

/** A lock until the end of the transaction: what is counted is still so when something is added. */
const alone: Alone = async (transaction, name) => {
  await sql`select pg_advisory_xact_lock(${keyOf(name)})`.execute(transaction)
}

const beside: Alone = async (transaction, name) => {
  await sql`select pg_advisory_xact_lock_shared(${keyOf(name)})`.execute(transaction)
}

const keyOf = (name: string): bigint => createHash('sha256').update(`witboek ${name}`).digest().readBigInt64BE()

/** PostgreSQL keeps rows that were deleted until this, which it would do by itself later on. */
const vacuum = async (db: Database): Promise<void> => {
  await sql`vacuum secret_roll_open, secret_ballot_open`.execute(db).catch(() => undefined)
}
