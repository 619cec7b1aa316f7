import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedBookLog } from '../embedded/book-log.ts'
import { connect } from '../embedded/database.ts'
import { claimFolder } from '../embedded/folder.ts'
import { bringUpToDate } from '../migrations/bring-up-to-date.ts'
import { postgresTypes, sqliteTypes } from '../migrations/column-types.ts'
import { PostgresBookLog } from '../postgres/book-log.ts'
import { checkVersion, withTime } from '../postgres/database.ts'
import { tableNames, type Database } from '../tables.ts'
import { compare, type Moved, type Progress } from './compare.ts'
import { MoveRefused } from './move-refused.ts'
import { countOf, insert, pagesOf } from './rows.ts'
import { claimTarget, release } from './target.ts'

export type { Moved } from './compare.ts'

/**
 * Copies everything in a data folder into an empty PostgreSQL database, and compares both. The folder stays as it is. Cut
 * off on the way, it can be started again: no server starts on the half of it. Throws `MoveRefused`, `FolderRefused`,
 * `DatabaseRefused`.
 */
export async function moveToPostgres(folder: string, url: string, progress: Progress): Promise<Moved> {
  if (!existsSync(join(folder, 'witboek.sqlite'))) throw new MoveRefused('no-data')
  const letGo = claimFolder(folder)
  const source = connect(folder)
  try {
    // What a newer version has added would be left behind.
    if ((await bringUpToDate(source, sqliteTypes)).length > 0) throw new MoveRefused('newer-tables')
    return await withTime(url, (pool) => pool.connection().execute((target) => move(source, target, url, progress)))
  } finally {
    await source.destroy()
    letGo()
  }
}

async function move(source: Database, target: Database, url: string, progress: Progress): Promise<Moved> {
  await checkVersion(target, url)
  if ((await bringUpToDate(target, postgresTypes)).length > 0) throw new MoveRefused('newer-tables')
  await claimTarget(target, url)
  for (const table of tableNames) {
    const total = await countOf(source, table)
    let done = 0
    for await (const rows of pagesOf(source, table)) {
      await insert(target, table, rows)
      await progress(`copying ${table}: ${(done += rows.length)} of ${total}`)
    }
  }
  const moved = await compare(
    { db: source, bookLog: new EmbeddedBookLog(source) },
    { db: target, bookLog: new PostgresBookLog(target) },
    progress,
  )
  await release(target)
  return moved
}
