import type { Device, KeptEdit, SetAside } from '@witboek/book/client'
import type { BookId, ParkedId, PersonId } from '@witboek/domain'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { EditWriter } from './edit-writer.ts'

/** Nothing of one person or book is ever shown to another: both are part of every key. */
type Key = [person: PersonId, book: BookId, id: string]

interface KeptRow extends KeptEdit {
  readonly person: PersonId
  readonly book: BookId
  /** The page that holds it. */
  readonly page: string
}

interface WordsRow {
  readonly person: PersonId
  readonly book: BookId
  readonly id: ParkedId
  readonly words: SetAside
}

interface Kept extends DBSchema {
  edits: { key: Key; value: KeptRow }
  words: { key: Key; value: WordsRow }
}

/** Pages take over from each other one at a time. */
const takingOver = 'witboek-adopt'
const lockOf = (page: string): string => `witboek-page-${page}`

/**
 * What this browser keeps for one person in one book. Rejects where a browser has no IndexedDB or no Web Locks, or lets
 * nobody use them (private windows): the book works without.
 */
export async function openBrowserDevice(person: PersonId, book: BookId): Promise<Device> {
  const database = await openDatabase()
  const page = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('')
  await holdForLife(lockOf(page))
  const own = IDBKeyRange.bound([person, book], [person, book, []])
  const writer = new EditWriter<KeptRow>({
    write(rows) {
      const { store, done } = database.transaction('edits', 'readwrite')
      return Promise.all([...rows.map((row) => store.put(row)), done])
    },
  })

  return {
    keepEdit: ({ id, section, update }) => writer.keep({ person, book, page, id, section, update }),
    async forgetEdits(ids) {
      writer.writeAll()
      const { store, done } = database.transaction('edits', 'readwrite')
      await Promise.all([...ids.map((id) => store.delete([person, book, id])), done])
    },
    adoptEdits: () =>
      navigator.locks.request(takingOver, async () => {
        const { held = [] } = await navigator.locks.query()
        const alive = new Set(held.map(({ name }) => name))
        const { store, done } = database.transaction('edits', 'readwrite')
        const left = (await store.getAll(own)).filter((row) => !alive.has(lockOf(row.page)))
        await Promise.all([...left.map((row) => store.put({ ...row, page })), done])
        return left.map(({ id, section, update }) => ({ id, section, update }))
      }),
    async keepWords(words, insteadOf) {
      writer.writeAll()
      const both = database.transaction(['edits', 'words'], 'readwrite')
      const edits = both.objectStore('edits')
      const kept = both.objectStore('words').put({ person, book, id: words.id, words })
      await Promise.all([kept, ...insteadOf.map((id) => edits.delete([person, book, id])), both.done])
    },
    async forgetWords(id) {
      await database.delete('words', [person, book, id])
    },
    async words() {
      const rows = await database.getAll('words', own)
      return rows.map(({ words }) => words).sort((a, b) => a.at - b.at)
    },
  }
}

/** Nothing of this person stays in this browser, in whichever book it was. */
export async function forgetOnDevice(person: PersonId): Promise<void> {
  const database = await openDatabase()
  const both = database.transaction(['edits', 'words'], 'readwrite')
  const own = IDBKeyRange.bound([person], [person, []])
  await Promise.all([both.objectStore('edits').delete(own), both.objectStore('words').delete(own), both.done])
  database.close()
}

const openDatabase = (): Promise<IDBPDatabase<Kept>> =>
  openDB<Kept>('witboek', 1, {
    upgrade(database) {
      database.createObjectStore('edits', { keyPath: ['person', 'book', 'id'] })
      database.createObjectStore('words', { keyPath: ['person', 'book', 'id'] })
    },
    // A page with a newer version of this code waits for it.
    blocking: (_from, _to, { target }) => (target as IDBDatabase).close(),
  })

/** Resolves once the lock is held; it ends with the page, however that ends. */
const holdForLife = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const forLife = () => {
      resolve()
      return new Promise<never>(() => undefined)
    }
    navigator.locks.request(name, forLife).catch(reject)
  })
