import type { DialogueId, Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { readFolder } from './embedded/reading.ts'
import { readDatabase } from './postgres/reading.ts'
import type { Reading } from './reading.ts'
import { fill, sportBook } from './testing/an-installation.ts'
import { aFolder, aPostgresDatabase, embedded, postgres, type Open } from './testing/every-store.ts'

type Read = <Value>(read: (reading: Reading) => Promise<Value>) => Promise<Value | null>
interface Place {
  readonly open: Open
  readonly read: Read
}

const places: readonly (readonly [string, () => Promise<Place>])[] = [
  [
    'a folder',
    () => {
      const folder = aFolder()
      return Promise.resolve({ open: embedded(folder), read: (read) => readFolder(folder, read) })
    },
  ],
  [
    'a database',
    async () => {
      const url = await aPostgresDatabase()
      return { open: postgres(url), read: (read) => readDatabase(url, read) }
    },
  ],
]

describe.each(places)('what is read from %s beside the server that uses it', (_, aPlace) => {
  it('is what the server has made durable, also while it is being read', async () => {
    const { open, read } = await aPlace()
    const store = await open()
    await fill(store)
    await read(async ({ dialogues, books, bookLog, events }) => {
      expect(await dialogues.currentDialogue()).toMatchObject({ id: 'dialogue' })
      expect((await books.of('dialogue' as DialogueId)).map(({ id }) => id)).toContain(sportBook)
      expect(await bookLog.read(sportBook, { after: 0, limit: 10 })).toHaveLength(10)
      const event = { at: 1 as Instant, actor: null, role: null, theme: null, type: 'a:b', subject: 'c', details: {} }
      const before = await events.last('dialogue')
      await store.events.append('dialogue', [event])
      expect((await events.last('dialogue'))?.seq).toBe((before?.seq ?? 0) + 1)
    })
  })

  it('cannot be changed by the reader', async () => {
    const { open, read } = await aPlace()
    const store = await open()
    await fill(store)
    const event = { at: 1 as Instant, actor: null, role: null, theme: null, type: 'a:b', subject: 'c', details: {} }
    await expect(read(({ events }) => events.append('dialogue', [event]))).rejects.toThrow(/readonly|may-not-write/)
  })

  it('is nothing where there is nothing, and none is made', async () => {
    const { read } = await aPlace()
    expect(await read(() => Promise.resolve('read'))).toBeNull()
    expect(await read(() => Promise.resolve('read'))).toBeNull()
  })
})
