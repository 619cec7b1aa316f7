import { beforeEach, describe, expect, it } from 'vitest'
import { withTime } from '../postgres/database.ts'
import { sql } from 'kysely'
import { fill, sportBook } from '../testing/an-installation.ts'
import { aFolder, aPostgresDatabase, embedded, postgres } from '../testing/every-store.ts'
import { makeNewerFolder } from '../testing/tables.ts'
import { tableNames } from '../tables.ts'
import { moveToPostgres } from './move-to-postgres.ts'
import { countOf } from './rows.ts'

let folder: string
let url: string
beforeEach(async () => {
  folder = aFolder()
  url = await aPostgresDatabase()
  const store = await embedded(folder)()
  await fill(store)
  await store.close()
})

const unheard = () => undefined
/** Stops the move when it is so far. */
const until = (what: string) => (progress: string) => {
  if (progress.includes(what)) throw new Error('cut off')
}

describe('an installation that moves to PostgreSQL', () => {
  it('is there as it was, in every table, and stays in its folder', async () => {
    const said: string[] = []
    expect(await moveToPostgres(folder, url, (what) => void said.push(what))).toEqual({
      books: 2,
      entries: 253,
      people: 4,
    })
    expect(said).toContain('copying book_entry: 200 of 253')
    for (const table of tableNames) expect(await withTime(url, (db) => countOf(db, table)), table).toBeGreaterThan(0)
    const [old, moved] = [await embedded(folder)(), await postgres(url)()]
    expect(await moved.dialogues.current()).toEqual(await old.dialogues.current())
    expect(await moved.people.all()).toEqual(await old.people.all())
    expect(await moved.parkedEdits.waiting(sportBook)).toEqual(await old.parkedEdits.waiting(sportBook))
    const all = { after: 0, limit: 1000 }
    expect(await moved.bookLog.read(sportBook, all)).toEqual(await old.bookLog.read(sportBook, all))
    expect(await moved.bookLog.latestSnapshot(sportBook)).toEqual(await old.bookLog.latestSnapshot(sportBook))
  })

  it('knows every table there is', async () => {
    await (await postgres(url)()).close()
    const tables = await withTime(url, (db) => db.introspection.getTables())
    expect(tables.map(({ name }) => name).toSorted()).toEqual(tableNames.toSorted())
  })

  it.each(['copying book_entry: 200', 'comparing seat', 'reading book-sport'])(
    'may be cut off (%s): no server starts on the half, and it can be started again',
    async (moment) => {
      await expect(moveToPostgres(folder, url, until(moment))).rejects.toThrow('cut off')
      await expect(postgres(url)()).rejects.toMatchObject({ why: 'half-moved' })
      expect(await moveToPostgres(folder, url, unheard)).toMatchObject({ entries: 253 })
      expect(await (await postgres(url)()).people.all()).toHaveLength(4)
    },
  )

  it.each([
    [`update book_entry set content = '\\x00' where book = 'book-sport' and seq = 3`, 'comparing book_entry'],
    [`update section_author set person = 'somebody' where client = 5`, 'comparing section_author'],
    [`delete from section_snapshot`, 'reading book-sport'],
    [`delete from book_entry where book = 'book-sport' and seq = 250`, 'reading book-sport'],
    [`update person set name = 'Noor ' where id = 'person-noor'`, 'comparing person'],
  ])('that does not read back the same is not moved: %s', async (damage, moment) => {
    let damaged = false
    const moving = moveToPostgres(folder, url, async (what) => {
      if (damaged || !what.startsWith(moment)) return
      damaged = true
      await withTime(url, (db) => sql.raw(damage).execute(db))
    })
    await expect(moving).rejects.toMatchObject({ why: 'differs' })
    await expect(postgres(url)()).rejects.toMatchObject({ why: 'half-moved' })
  })
})

describe('an installation that does not move', () => {
  it.each([
    ['is not there', 'no-data', () => ((folder = aFolder()), Promise.resolve())],
    ['is in use', 'in-use', async () => void (await embedded(folder)())],
    ['is of a newer version', 'newer-tables', () => Promise.resolve(makeNewerFolder(folder))],
    [
      'would meet another in the database',
      'not-empty',
      async () => {
        const store = await postgres(url)()
        await fill(store)
        await store.close()
      },
    ],
    ['would come under a running server', 'in-use', async () => void (await postgres(url)())],
  ])('%s', async (_, why, given) => {
    await given()
    await expect(moveToPostgres(folder, url, unheard)).rejects.toMatchObject({ why })
  })

  it('has moved already', async () => {
    await moveToPostgres(folder, url, unheard)
    await expect(moveToPostgres(folder, url, unheard)).rejects.toMatchObject({ why: 'not-empty' })
  })

  it('leaves a database that is in use as it is, for its servers to start again', async () => {
    const server = await postgres(url)()
    await expect(moveToPostgres(folder, url, unheard)).rejects.toMatchObject({ why: 'in-use' })
    await server.close()
    expect(await (await postgres(url)()).people.all()).toEqual([])
  })

  it('is under way from elsewhere', async () => {
    const other = aFolder()
    const store = await embedded(other)()
    await fill(store)
    await store.close()
    const whys: unknown[] = []
    await moveToPostgres(folder, url, async (what) => {
      if (what.startsWith('copying dialogue'))
        await moveToPostgres(other, url, unheard).catch((cause: { why: string }) => whys.push(cause.why))
    })
    expect(whys).toEqual(['under-way'])
  })
})
