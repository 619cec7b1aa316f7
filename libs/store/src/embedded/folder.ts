import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Why a data folder cannot be used, for one clear sentence at the start. */
export class FolderRefused extends Error {
  readonly why: 'unwritable' | 'in-use'

  constructor(folder: string, why: 'unwritable' | 'in-use', cause: unknown) {
    super(`data folder ${folder}: ${why}`, { cause })
    this.why = why
  }
}

/**
 * One process per data folder: an exclusive transaction on a small file of its own, which the operating system ends
 * with its owner, however that dies. Answers how to let go. Throws `FolderRefused`.
 */
export function claimFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK)
  } catch (cause) {
    throw new FolderRefused(folder, 'unwritable', cause)
  }
  let lock: DatabaseSync
  try {
    lock = new DatabaseSync(join(folder, 'instance.lock'))
  } catch (cause) {
    throw new FolderRefused(folder, 'unwritable', cause)
  }
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (cause) {
    lock.close()
    throw new FolderRefused(folder, isBusy(cause) ? 'in-use' : 'unwritable', cause)
  }
  return () => lock.close()
}

const sqliteBusy = 5
const isBusy = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'errcode' in cause && cause.errcode === sqliteBusy
