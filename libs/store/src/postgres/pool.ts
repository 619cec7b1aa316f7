import { sql, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Pool, types, type ClientBase } from 'pg'

/** How long anything may take (ms). What takes longer ends with an ordinary error, and lets go of what it held. */
export interface Patience {
  /** To get a connection: a free one, or a new one. */
  readonly connection: number
  readonly statement: number
  /** For a row or a turn that another has. */
  readonly lock: number
  /** Within a transaction, or a turn, without a word: a server that hangs does not hold up the others for longer. */
  readonly silence: number
}

export const patience: Patience = { connection: 5_000, statement: 15_000, lock: 5_000, silence: 10_000 }

/** The one file that knows `pg`: bounded connections, whose rows hold numbers and plain bytes as those of SQLite do. */
export function openPool(
  url: string,
  { name, max, patience }: { name: string; max: number; patience: Patience },
  lost: (cause: Error) => void,
): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max,
    // A server can be seen in the database for as long as it runs.
    min: 1,
    connectionTimeoutMillis: patience.connection,
    statement_timeout: patience.statement,
    lock_timeout: patience.lock,
    idle_in_transaction_session_timeout: patience.silence,
    // A little more than the database's own: it answers for itself, unless it hangs.
    query_timeout: patience.statement + 2_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    onConnect: durable,
    types: { getTypeParser },
  })
  // Without a listener, a connection that breaks would end the process; whoever was using it gets an error of their own.
  pool.on('connect', (client) => client.on('error', lost))
  pool.on('error', () => undefined)
  return pool
}

/** What is acknowledged has reached the disk, whatever the database was set to; a standby that is waited for stays so. */
async function durable(client: ClientBase): Promise<void> {
  await client.query(
    `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`,
  )
}

/** A connection that did not answer in time is not used again: what comes next would wait behind what still hangs. */
export const discarding = (pool: Pool): PostgresPool => ({
  options: pool.options,
  async connect() {
    const client = await pool.connect()
    let hangs = false
    const query = async (text: string, parameters: readonly unknown[]) => {
      try {
        return await client.query({ name: preparedName(text), text, values: [...parameters] })
      } catch (cause) {
        hangs ||= cause instanceof Error && cause.message === 'Query read timeout'
        throw cause
      }
    }
    const release = (destroy?: boolean) => client.release(destroy === true || hangs)
    return { query, release } as unknown as PostgresPoolClient
  },
  end: () => pool.end(),
})

/**
 * At the start of a statement: each connection works it out once, and not a thousand times a second. Only for statements
 * that name their columns: what was prepared as `select *` fails when a newer version adds one.
 */
export const prepared = (name: string) => sql.raw(`/* prepared: ${name} */`)

const preparedName = (text: string): string | undefined => /^\s*\/\* prepared: (\w+) \*\//.exec(text)?.[1]

const [int8, bytea] = [types.builtins.INT8, types.builtins.BYTEA]
const asBuffer = types.getTypeParser(bytea) as (text: string) => Buffer

/** All whole numbers of ours are instants, cents, and places in a sequence: safe integers, or something is very wrong. */
function asNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is not a safe integer`)
  return number
}

/** Bytes of their own, and not a view on a buffer that is shared. */
const asBytes = (text: string): Uint8Array => new Uint8Array(asBuffer(text))

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === int8 && format !== 'binary') return asNumber
  if (oid === bytea && format !== 'binary') return asBytes
  return types.getTypeParser(oid, format as 'text')
}
