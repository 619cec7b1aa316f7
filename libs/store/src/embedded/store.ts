import { unheard, type StoreNotes } from '../notes.ts'
import type { Store } from '../ports.ts'
import { SqlBooks } from '../sql/books.ts'
import { SqlDialogues } from '../sql/dialogues.ts'
import { SqlLogins } from '../sql/logins.ts'
import { SqlParkedEdits, type Alone } from '../sql/parked-edits.ts'
import { SqlPeople } from '../sql/people.ts'
import { EmbeddedBookLog } from './book-log.ts'
import { openDatabase } from './database.ts'
import { claimFolder } from './folder.ts'
import { EmbeddedTurns } from './turns.ts'

/** Everything in one folder, for one process: what serves a town. Throws `FolderRefused`. */
export async function openEmbeddedStore(folder: string, notes: StoreNotes = unheard): Promise<Store> {
  const letGo = claimFolder(folder)
  try {
    const db = await openDatabase(folder, notes)
    return {
      bookLog: new EmbeddedBookLog(db),
      books: new SqlBooks(db),
      dialogues: new SqlDialogues(db),
      people: new SqlPeople(db),
      logins: new SqlLogins(db),
      parkedEdits: new SqlParkedEdits(db, oneAtATime),
      turns: new EmbeddedTurns(),
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

/** There is one connection, and its transactions wait for each other. */
const oneAtATime: Alone = () => Promise.resolve()
