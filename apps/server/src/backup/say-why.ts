import { BackupRefused, DatabaseRefused, FolderRefused } from '@witboek/store'
import { SettingsRefused } from '../settings.ts'
import { databaseSentence, folderSentence } from '../store-sentences.ts'
import { BookDamaged } from './verify-books.ts'

const diskFull = 13

/** Why a backup was not made or put back, in one sentence that says what to do; `null` for what nobody expected. */
export function whyNot(cause: unknown, file: string, folder: string, place: string): string | null {
  if (cause instanceof SettingsRefused) return cause.message
  if (cause instanceof DatabaseRefused) return databaseSentence(cause)
  if (cause instanceof FolderRefused) return folderSentence(cause, folder)
  if (cause instanceof BookDamaged) return `The backup ${file} is damaged, and nothing was restored (${cause.message}).`
  if (cause instanceof BackupRefused) return refused(cause, file, place)
  if (!(cause instanceof Error)) return null
  if ('errcode' in cause && cause.errcode === diskFull) return full(file)
  const code = 'code' in cause ? cause.code : null
  if (code === 'ENOSPC') return full(file)
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${file} cannot be written or read: does its folder exist, and may this user use it?`
  return null
}

const full = (file: string): string => `There is no room left on the disk for ${file}: nothing was kept of it.`

function refused({ why, message }: BackupRefused, file: string, place: string): string {
  switch (why) {
    case 'no-data':
      return `${place} holds no data, so there is nothing to back up: name where the server has its data with DATA_DIR or DATABASE_URL.`
    case 'file-exists':
      return `${file} is there already: choose another name, no backup is written over.`
    case 'no-backup':
      return `There is no file ${file}.`
    case 'damaged':
      return `${file} is damaged, or no backup of this kind of store (${message}).`
    case 'not-empty':
      return `${place} holds data already: choose an empty place with DATA_DIR or DATABASE_URL, no data are written over.`
    case 'no-tool':
      return `The program ${message} was not found: install PostgreSQL's client programs ("sudo apt-get install postgresql-client" on Debian).`
    case 'tool-failed':
      return `It did not work: ${message}.`
  }
}
