import type { Store } from '../ports.ts'
import { EmbeddedBookLog } from './book-log.ts'
import { EmbeddedBooks } from './books.ts'
import { openDatabase } from './database.ts'
import { EmbeddedDialogues } from './dialogues.ts'
import { claimFolder } from './folder.ts'
import { EmbeddedLogins } from './logins.ts'
import { EmbeddedParkedEdits } from './parked-edits.ts'
import { EmbeddedPeople } from './people.ts'

/** Everything in one folder, for one process: what serves a town. Throws `FolderRefused`. */
export async function openEmbeddedStore(folder: string): Promise<Store> {
  const letGo = claimFolder(folder)
  try {
    const db = await openDatabase(folder)
    return {
      bookLog: new EmbeddedBookLog(db),
      books: new EmbeddedBooks(db),
      dialogues: new EmbeddedDialogues(db),
      people: new EmbeddedPeople(db),
      logins: new EmbeddedLogins(db),
      parkedEdits: new EmbeddedParkedEdits(db),
      async close() {
        await db.destroy()
        letGo()
      },
    }
  } catch (cause) {
    letGo()
    throw cause
  }
}
