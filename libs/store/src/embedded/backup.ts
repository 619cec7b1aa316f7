import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BackupRefused, contentsOf, logCounts, onDisk, unfinished, type BackupContents } from '../backup.ts'
import { claimFolder } from './folder.ts'

const database = 'witboek.sqlite'

/**
 * Writes everything that is durable at this moment into one file, whether a server is writing or not: a reader of its own
 * sees one state of the WAL from start to end. Nobody but the owner can read the file. Throws `BackupRefused`.
 */
export function backUpFolder(folder: string, file: string): BackupContents {
  const source = join(folder, database)
  if (!existsSync(source)) throw new BackupRefused('no-data')
  if (existsSync(file)) throw new BackupRefused('file-exists')
  const part = unfinished(file)
  rmSync(part, { force: true })
  try {
    // SQLite fills an empty file that is there, so that it is ours alone before anything is in it.
    closeSync(openSync(part, 'w', 0o600))
    const reader = new DatabaseSync(source, { readOnly: true, timeout: 10_000 })
    try {
      reader.prepare('vacuum into ?').run(part)
    } finally {
      reader.close()
    }
    withoutVotesUnderWay(part)
    const contents = inspect(part)
    onDisk(part)
    renameSync(part, file)
    onDisk(dirname(resolve(file)))
    return contents
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * Two backups made a minute apart, while people vote in a secret poll, would tell who came in between with which ballot: neither
 * its roll nor its ballots are in one. Restored from it, everybody can vote anew.
 */
function withoutVotesUnderWay(part: string): void {
  const db = new DatabaseSync(part)
  try {
    db.exec('pragma journal_mode = memory')
    const there = db.prepare("select name from sqlite_schema where type = 'table'").all()
    const votes = there.filter(({ name }) => name === 'secret_roll_open' || name === 'secret_ballot_open')
    for (const { name } of votes) db.exec(`delete from ${String(name)}`)
    // Nothing of what was deleted stays behind in a page that nobody uses.
    if (votes.length > 0) db.exec('vacuum')
  } finally {
    db.close()
  }
}

/**
 * Puts a backup into a folder that holds no data yet. `check` is handed a folder in which the copy can be opened as a
 * store; when it throws, the folder is as empty as before. Throws `BackupRefused`, `FolderRefused`.
 */
export async function restoreFolder(
  file: string,
  folder: string,
  check: (folder: string) => Promise<void>,
): Promise<BackupContents> {
  if (!existsSync(file)) throw new BackupRefused('no-backup')
  const letGo = claimFolder(folder)
  const trial = join(folder, 'restoring')
  try {
    if (existsSync(join(folder, database))) throw new BackupRefused('not-empty')
    const contents = inspect(file)
    rmSync(trial, { recursive: true, force: true })
    mkdirSync(trial, { mode: 0o700 })
    copyFileSync(file, join(trial, database))
    await check(trial)
    onDisk(join(trial, database))
    renameSync(join(trial, database), join(folder, database))
    onDisk(folder)
    return contents
  } finally {
    rmSync(trial, { recursive: true, force: true })
    letGo()
  }
}

/** Reads the whole file as SQLite sees it, and counts every book's log through: a number that is missing is a loss. */
function inspect(file: string): BackupContents {
  try {
    const db = new DatabaseSync(file, { readOnly: true })
    try {
      const sound = db.prepare('pragma integrity_check').all()
      if (sound.length !== 1 || sound[0]?.['integrity_check'] !== 'ok') throw new BackupRefused('damaged')
      return contentsOf(db.prepare(logCounts).all())
    } finally {
      db.close()
    }
  } catch (cause) {
    throw cause instanceof BackupRefused
      ? cause
      : new BackupRefused('damaged', cause instanceof Error ? cause.message : String(cause), cause)
  }
}
