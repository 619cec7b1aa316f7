import { execFile } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { BackupRefused, contentsOf, logCounts, onDisk, unfinished, type BackupContents } from '../backup.ts'
import { withTime } from './database.ts'

/**
 * Writes all that is in the database at one moment into one file, with PostgreSQL's own `pg_dump`, while servers write on.
 * Nobody but the owner can read the file. Throws `BackupRefused`, `DatabaseRefused`.
 */
export async function backUpDatabase(url: string, file: string): Promise<BackupContents> {
  if (existsSync(file)) throw new BackupRefused('file-exists')
  const before = await contents(url)
  const part = unfinished(file)
  rmSync(part, { force: true })
  try {
    closeSync(openSync(part, 'w', 0o600))
    await tool('pg_dump', [...asOurs, ...withoutVotesUnderWay, `--file=${part}`], url)
    await tool('pg_restore', ['--list', part], null)
    onDisk(part)
    renameSync(part, file)
    onDisk(dirname(resolve(file)))
    return before
  } finally {
    rmSync(part, { force: true })
  }
}

const asOurs = ['--format=custom', '--no-owner', '--no-privileges']

/**
 * PostgreSQL writes rows down in the order in which they came, so that a dump would tell for good who cast which ballot in a
 * secret poll that is open: neither its roll nor its ballots are in it. Restored from it, everybody can vote anew.
 */
const withoutVotesUnderWay = ['secret_roll_open', 'secret_ballot_open'].map((table) => `--exclude-table-data=${table}`)

/**
 * Puts a backup into a database that holds nothing yet, all of it or nothing. `check` opens it as a store; when it throws,
 * the database is as empty as before. Throws `BackupRefused`, `DatabaseRefused`.
 */
export async function restoreDatabase(file: string, url: string, check: () => Promise<void>): Promise<BackupContents> {
  if (!existsSync(file)) throw new BackupRefused('no-backup')
  if ((await tablesIn(url)).length > 0) throw new BackupRefused('not-empty')
  await tool('pg_restore', ['--list', file], null).catch((cause: unknown) => {
    throw cause instanceof BackupRefused && cause.why === 'tool-failed'
      ? new BackupRefused('damaged', cause.message, cause)
      : cause
  })
  const whole = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error']
  await tool('pg_restore', [...whole, file], url)
  try {
    const restored = await contents(url)
    await check()
    return restored
  } catch (cause) {
    await empty(url)
    throw cause
  }
}

async function contents(url: string): Promise<BackupContents> {
  if (!(await tablesIn(url)).includes('book_head')) throw new BackupRefused('no-data')
  return withTime(url, async (db) => {
    const { rows } = await sql.raw<Record<string, unknown>>(logCounts).execute(db)
    return contentsOf(rows)
  })
}

function tablesIn(url: string): Promise<readonly string[]> {
  return withTime(url, async (db) => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
    return rows.map(({ name }) => name)
  })
}

/** Only what was just put there: it held nothing before. */
async function empty(url: string): Promise<void> {
  for (const name of await tablesIn(url))
    await withTime(url, (db) => sql`drop table ${sql.table(name)} cascade`.execute(db))
}

const runs = promisify(execFile)

/** PostgreSQL's own program on this database, or on none. */
async function tool(name: 'pg_dump' | 'pg_restore', args: readonly string[], url: string | null): Promise<void> {
  const there = url === null ? [] : ['--no-password', `--dbname=${withoutPassword(url)}`]
  // The password goes where no list of processes shows it.
  const password = url === null ? '' : decodeURIComponent(new URL(url).password)
  const env = { ...process.env, ...(password ? { PGPASSWORD: password } : {}) }
  try {
    await runs(name, [...there, ...args], { env, maxBuffer: 64 * 1024 * 1024 })
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    if ('code' in cause && cause.code === 'ENOENT') throw new BackupRefused('no-tool', name, cause)
    const said = 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr : cause.message
    throw new BackupRefused('tool-failed', said.trim().split('\n')[0], cause)
  }
}

const withoutPassword = (url: string): string => Object.assign(new URL(url), { password: '' }).href
