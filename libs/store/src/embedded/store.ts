import { unheard, type StoreNotes } from '../notes.ts'
import type { Store } from '../ports/index.ts'
import { portsOn, together } from '../sql/together.ts'
import type { Alone, Manners } from '../sql/whole.ts'
import { EmbeddedBookLog } from './book-log.ts'
import { openDatabase } from './database.ts'
import { claimFolder } from './folder.ts'
import { Traces } from './traces.ts'
import { EmbeddedTurns } from './turns.ts'

/** Everything in one folder, for one process: what serves a town. Throws `FolderRefused`. */
export async function openEmbeddedStore(folder: string, notes: StoreNotes = unheard): Promise<Store> {
  const letGo = claimFolder(folder)
  try {
    const db = await openDatabase(folder, notes)
    const traces = new Traces(db)
    const manners: Manners = { alone: oneAtATime, beside: oneAtATime, seal: traces.clear }
    return {
      bookLog: new EmbeddedBookLog(db),
      ...portsOn(db, manners),
      turns: new EmbeddedTurns(),
      together: (work) => together(db, manners, work),
      async close() {
        traces.close()
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
