import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { EmbeddedTurns } from '../embedded/turns.ts'
import { TurnMissed, type Turns } from '../ports/index.ts'
import { openPool, type Patience } from './pool.ts'

/** Few names are busy at once, and each has one connection per server. */
const connections = 4

/**
 * Turns across servers: a lock that PostgreSQL keeps for as long as the connection lives that took it. The connections are
 * not those of the store, so that whoever has a turn never waits for one that is kept by those who wait for the turn.
 */
export class PostgresTurns implements Turns {
  private readonly pool: Pool
  private readonly silence: number
  /** Within this server they line up without a connection. */
  private readonly here: Turns

  constructor(url: string, patience: Patience, lost: (cause: Error) => void) {
    // A turn may be waited for as long as here.
    const waits = { ...patience, lock: patience.lock * 2, statement: patience.statement + patience.lock * 2 }
    this.pool = openPool(url, { name: 'witboek turns', max: connections, patience: waits }, lost)
    this.silence = patience.silence
    this.here = new EmbeddedTurns(waits.lock)
  }

  take<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    return this.here.take(name, async () => {
      const connection = await this.waitFor(name)
      let freed = false
      try {
        return await work()
      } finally {
        freed = await frees(connection, name)
        // Closing a connection frees its locks too.
        connection.release(!freed)
      }
    })
  }

  close(): Promise<void> {
    return this.pool.end()
  }

  private async waitFor(name: string): Promise<PoolClient> {
    let connection: PoolClient | null = null
    try {
      connection = await this.pool.connect()
      await connection.query(`select set_config('idle_session_timeout', $1, false), pg_advisory_lock($2)`, [
        String(this.silence),
        keyOf(name),
      ])
      return connection
    } catch (cause) {
      connection?.release(true)
      throw new TurnMissed(name, cause)
    }
  }
}

async function frees(connection: PoolClient, name: string): Promise<boolean> {
  try {
    await connection.query(`select pg_advisory_unlock($1), set_config('idle_session_timeout', '0', false)`, [
      keyOf(name),
    ])
    return true
  } catch {
    return false
  }
}

/** Two names with the same 64 bits would wait for each other for nothing; nobody will see it. */
const keyOf = (name: string): string =>
  createHash('sha256').update(`witboek turn ${name}`).digest().readBigInt64BE().toString()
