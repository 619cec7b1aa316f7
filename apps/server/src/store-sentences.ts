import type { DatabaseRefused, FolderRefused } from '@witboek/store'

/** Why nothing can be kept there, in one sentence that says what to do. */
export const folderSentence = ({ why }: FolderRefused, folder: string | undefined): string =>
  why === 'in-use'
    ? `The data folder ${folder} is in use by another Witboek: stop that one, or choose another folder with DATA_DIR.`
    : `The data folder ${folder} cannot be written to: make it writable, or choose another folder with DATA_DIR.`

export function databaseSentence({ why, where }: DatabaseRefused): string {
  switch (why) {
    case 'unreachable':
      return `The database ${where} does not answer: start it, or correct DATABASE_URL.`
    case 'not-let-in':
      return `The database ${where} does not let us in: correct the name and the password in DATABASE_URL.`
    case 'not-there':
      return `There is no database ${where}: create it, or correct DATABASE_URL.`
    case 'may-not-write':
      return `The database ${where} may not be written by this user: make the user its owner, or choose another in DATABASE_URL.`
    case 'too-old':
      return `The database ${where} is older than PostgreSQL 14: use a newer one.`
    case 'half-moved':
      return `The database ${where} holds half of an installation that was being moved: start the move again, or empty it.`
  }
}
