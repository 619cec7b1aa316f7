import { BackupRefused, FolderRefused } from '@witboek/store'
import { SettingsRefused } from '../settings.ts'
import { BookDamaged } from './verify-books.ts'

const diskFull = 13

/** Why a backup was not made or put back, in one sentence that says what to do; `null` for what nobody expected. */
export function whyNot(cause: unknown, file: string, folder: string): string | null {
  if (cause instanceof SettingsRefused) return cause.message
  if (cause instanceof FolderRefused)
    return cause.why === 'in-use'
      ? `The data folder ${folder} is in use by a running Witboek: stop it, or choose another folder with DATA_DIR.`
      : `The data folder ${folder} cannot be written to: make it writable, or choose another folder with DATA_DIR.`
  if (cause instanceof BookDamaged) return `The backup ${file} is damaged, and nothing was restored (${cause.message}).`
  if (cause instanceof BackupRefused) return refused(cause, file, folder)
  if (!(cause instanceof Error)) return null
  if ('errcode' in cause && cause.errcode === diskFull) return full(file)
  const code = 'code' in cause ? cause.code : null
  if (code === 'ENOSPC') return full(file)
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${file} cannot be written or read: does its folder exist, and may this user use it?`
  return null
}

const full = (file: string): string => `There is no room left on the disk for ${file}: nothing was kept of it.`

function refused({ why, message }: BackupRefused, file: string, folder: string): string {
  switch (why) {
    case 'no-data':
      return `There is nothing to back up: ${folder} holds no data. Name the folder of the server with DATA_DIR.`
    case 'file-exists':
      return `${file} is there already: choose another name, no backup is written over.`
    case 'no-backup':
      return `There is no file ${file}.`
    case 'damaged':
      return `${file} is damaged or no backup of Witboek (${message}).`
    case 'folder-not-empty':
      return `The data folder ${folder} holds data already: choose an empty one with DATA_DIR, no data are written over.`
  }
}
