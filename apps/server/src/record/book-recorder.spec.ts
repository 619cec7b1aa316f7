import type { BookFact, BookId, PersonId, ThemeId } from '@witboek/domain'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { HandClock, until } from '@witboek/testkit'
import { aDatabase, aPostgres } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { aFolder } from '../testing/a-server.ts'
import { BookRecorder } from './book-recorder.ts'
import { aFact, anEdit, anEvening, book, dialogue, marit, setUp } from './testing/a-book.ts'
import { verifyRecord } from './verify.ts'

const stores = {
  'in a folder': () => {
    const folder = aFolder()
    ends.push(folder.remove)
    return openEmbeddedStore(folder.path)
  },
  'in PostgreSQL': async () => openPostgresStore(await aDatabase(inject('postgres'))),
} as const

const ends: (() => void)[] = []
const quiet = { behind: () => undefined, caughtUp: () => undefined }

/** What is on the record of the book, as the numbers of its entries. */
async function recorded({ events }: Store): Promise<readonly unknown[]> {
  const all = await events.read(dialogue.id, { after: 0, limit: 10_000 })
  return all.filter(({ subject }) => subject === book.id).map(({ details }) => details['seq'])
}

async function verdictOf(store: Store) {
  const { chains } = await verifyRecord(store)
  return chains.find(({ chain }) => chain === dialogue.id)
}

describe.each(Object.entries(stores))('[RECORD-2] the facts of a book, %s', (_, aStore) => {
  let store: Store
  let recorder: BookRecorder
  beforeEach(async () => {
    store = await aStore()
    await setUp(store)
    recorder = new BookRecorder({ store, clock: new HandClock(), ...quiet })
  })
  afterEach(async () => {
    await recorder.close()
    await store.close()
    for (const end of ends.splice(0)) end()
  })

  it('come into the chain of its dialogue when they are durable, and its edits do not', async () => {
    const log = recorder.recorded(store.bookLog)
    await log.append(book.id, 0, [aFact(1), anEdit(2), anEdit(3), aFact(4)])
    await until('they are on the record', async () => (await recorded(store)).length === 2)
    expect(await recorded(store)).toEqual([1, 4])
    expect((await store.events.last(dialogue.id))?.actor).toBe(marit)
    expect(await verdictOf(store)).toMatchObject({ fault: null, events: 2, waiting: 0 })
  })

  it('do not come when nothing was written', async () => {
    const log = recorder.recorded(store.bookLog)
    await log.append(book.id, 0, [aFact(1)])
    expect(await log.append(book.id, 0, [aFact(2)])).toMatchObject({ ok: false })
    await recorder.close()
    expect(await recorded(store)).toEqual([1])
  })

  it('come in order and once, however many there are, when they were left behind', async () => {
    const entries = anEvening(350, { edits: 3 })
    await store.bookLog.append(book.id, 0, entries)
    await recorder.start()
    expect(await recorded(store)).toEqual(Array.from({ length: 350 }, (_, i) => i * 4 + 1))
    expect(await store.events.recorded(book.id)).toBe(entries.length)
    expect(await verdictOf(store)).toMatchObject({ fault: null, events: 350, waiting: 0 })
  })

  it('come once when several servers copy them at the same moment, and write on', async () => {
    const other = new BookRecorder({ store, clock: new HandClock(), ...quiet })
    const log = other.recorded(recorder.recorded(store.bookLog))
    let head = 0
    for (let i = 0; i < 40; i++) {
      const entries = i % 3 === 0 ? [aFact(i), anEdit(i)] : [aFact(i)]
      head = (await log.append(book.id, head, entries)).head
    }
    await Promise.all([recorder.start(), other.start()])
    await Promise.all([recorder.close(), other.close()])
    expect(await recorded(store)).toHaveLength(40)
    expect(await verdictOf(store)).toMatchObject({ fault: null, events: 40, waiting: 0 })
  })

  it('that say who may write are left out: their command is on the record already', async () => {
    const facts: BookFact[] = [
      { type: 'phase:reached', phase: 'green_review' },
      { type: 'seat:ended', person: 'fatima' as PersonId },
      { type: 'remarks:allowed', allowed: true },
    ]
    const entries = facts.map((fact, i) => aFact(i, fact))
    await recorder.recorded(store.bookLog).append(book.id, 0, [...entries, aFact(9)])
    await recorder.close()
    expect(await recorded(store)).toEqual([4])
    expect(await verdictOf(store)).toMatchObject({ fault: null, events: 1, waiting: 0 })
  })

  it('that are not there yet are counted, and are no fault', async () => {
    await store.bookLog.append(book.id, 0, anEvening(3))
    expect(await verdictOf(store)).toMatchObject({ fault: null, events: 0, waiting: 3 })
  })

  it('of another server are made good after a while, also when this one has nothing to do', async () => {
    const clock = new HandClock()
    const watching = new BookRecorder({ store, clock, ...quiet })
    await watching.start()
    await store.bookLog.append(book.id, 0, [aFact(1)])
    clock.turn(600_000)
    await until('it is on the record', async () => (await recorded(store)).length === 1)
    await watching.close()
  })

  it('of a book that is not there do no harm', async () => {
    const log = recorder.recorded(store.bookLog)
    await log.append('no-book' as BookId, 0, [aFact(1)])
    await log.append(book.id, 0, [aFact(1)])
    await recorder.close()
    expect(await recorded(store)).toEqual([1])
  })

  it('of every book of the dialogue, each with its theme', async () => {
    await store.bookLog.append('other-book' as BookId, 0, [aFact(1)])
    await store.bookLog.append(book.id, 0, [aFact(2)])
    await recorder.start()
    const all = await store.events.read(dialogue.id, { after: 0, limit: 10 })
    expect(new Map(all.map(({ subject, theme }) => [subject, theme]))).toEqual(
      new Map([
        ['other-book', 'other' as ThemeId],
        [book.id, book.theme],
      ]),
    )
  })
})

describe('[RECORD-2] a database that is away', () => {
  it('is waited for, and the record catches up by itself', async () => {
    const postgres = await aPostgres({ durable: true })
    const store = await openPostgresStore(await aDatabase(postgres.url))
    const clock = new HandClock()
    const said: string[] = []
    const recorder = new BookRecorder({
      store,
      clock,
      behind: (id) => void said.push(`behind ${id}`),
      caughtUp: (id) => void said.push(`caught up ${id}`),
    })
    try {
      await setUp(store)
      await store.bookLog.append(book.id, 0, [aFact(1)])
      await postgres.kill()
      const log = recorder.recorded(store.bookLog)
      await expect(log.append(book.id, 1, [aFact(2)])).rejects.toThrow()
      await until('it is known', () => said.length > 0)
      await postgres.restart()
      await until('it has caught up', () => {
        clock.turn(30_000)
        return said.length > 1
      })
      expect(said).toEqual([`behind ${book.id}`, `caught up ${book.id}`])
      expect((await verdictOf(store))?.fault).toBeNull()
      expect(await recorded(store)).toContain(1)
    } finally {
      await recorder.close()
      await store.close()
      await postgres.stop()
    }
  }, 60_000)
})
