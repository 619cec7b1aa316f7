import { sql } from 'kysely'
import { shown } from '../postgres/database-refused.ts'
import { holdsHalf, theMark } from '../postgres/half-moved.ts'
import { tableNames, type Database } from '../tables.ts'
import { MoveRefused } from './move-refused.ts'
import { countOf } from './rows.ts'

/**
 * Makes the database ours for a move: marked, so that no server starts on half an installation, and empty. What a move
 * that was cut off has left behind is removed; what anybody else has put there is not touched. Throws `MoveRefused`.
 */
export async function claimTarget(db: Database, url: string): Promise<void> {
  const { rows: alone } = await sql<{ alone: boolean }>`
    select pg_try_advisory_lock(hashtext('witboek move')) as alone`.execute(db)
  if (!alone[0]?.alone) throw new MoveRefused('under-way', shown(url))
  if (await holdsHalf(db)) {
    await refuseWhileInUse(db, url)
    for (const table of tableNames.toReversed()) await sql`delete from ${sql.table(table)}`.execute(db)
    return
  }
  for (const table of tableNames) if ((await countOf(db, table)) > 0) throw new MoveRefused('not-empty', shown(url))
  await sql`create table ${theMark} (since text)`.execute(db)
  try {
    // After the mark: whoever starts from here on sees it.
    await refuseWhileInUse(db, url)
  } catch (cause) {
    await release(db)
    throw cause
  }
}

/** The installation is whole: servers may start on it. */
export async function release(db: Database): Promise<void> {
  await sql`drop table ${theMark}`.execute(db)
}

async function refuseWhileInUse(db: Database, url: string): Promise<void> {
  const { rows } = await sql`
    select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and application_name like 'witboek%' limit 1`.execute(db)
  if (rows.length > 0) throw new MoveRefused('in-use', shown(url))
}
