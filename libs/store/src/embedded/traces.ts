import { sql } from 'kysely'
import type { Database } from '../tables.ts'

/** Somebody who reads the file at this moment, as a backup does, is waited for so long (ms) before trying anew. */
const untilNextTry = 1_000

/**
 * SQLite writes what changes into a second file first, one transaction after the other, and leaves it there: beside what
 * is in the tables it would tell in which order people voted, and with which ballot. This empties it.
 */
export class Traces {
  private readonly db: Database
  private again: NodeJS.Timeout | null = null
  private over = false

  constructor(db: Database) {
    this.db = db
  }

  readonly clear = async (): Promise<void> => {
    if (this.over) return
    const done = await this.empty().catch(() => false)
    if (done || this.over) return
    this.again ??= setTimeout(() => {
      this.again = null
      void this.clear()
    }, untilNextTry).unref()
  }

  /** Closing the file empties the other by itself. */
  close(): void {
    this.over = true
    if (this.again) clearTimeout(this.again)
  }

  private empty(): Promise<boolean> {
    return this.db.connection().execute(async (connection) => {
      // Nobody else is served while this waits.
      await sql`pragma busy_timeout = 0`.execute(connection)
      try {
        const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection)
        return rows[0]?.busy === 0
      } finally {
        await sql`pragma busy_timeout = 2000`.execute(connection)
      }
    })
  }
}
