import type { PersonId } from '@witboek/domain'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { connect } from '../embedded/database.ts'
import { withTime } from '../postgres/database.ts'
import { fill, sportBook } from '../testing/an-installation.ts'
import { aFolder, aPostgresDatabase, embedded, everyStore, postgres, type Open } from '../testing/every-store.ts'
import { dialectNames, notOnlyAdding, sqlOf } from '../testing/sql-of.ts'
import { makeNewerDatabase, newerMigration } from '../testing/tables.ts'
import type { Database } from '../tables.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { postgresTypes, sqliteTypes, type ColumnTypes } from './column-types.ts'
import { migrations, type Migrations } from './index.ts'

const first = (count: number): Migrations => Object.fromEntries(Object.entries(migrations).slice(0, count))

interface Place {
  readonly open: Open
  readonly types: ColumnTypes
  /** The tables themselves. */
  use<Value>(act: (db: Database) => Promise<Value>): Promise<Value>
}

/** Both dialects, without any tables yet. */
const places: [string, () => Promise<Place>][] = [
  [
    'embedded',
    () => {
      const folder = aFolder()
      const use = async <Value>(act: (db: Database) => Promise<Value>) => {
        const db = connect(folder)
        return act(db).finally(() => db.destroy())
      }
      return Promise.resolve({ open: embedded(folder), types: sqliteTypes, use })
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const url = await aPostgresDatabase()
      return { open: postgres(url), types: postgresTypes, use: (act) => withTime(url, act) }
    },
  ],
]

const tablesIn = async (db: Database): Promise<readonly string[]> =>
  (await db.introspection.getTables()).map(({ name }) => name).toSorted()

describe('what migrations say', () => {
  it.each(dialectNames)('only adds, so that a server of the version before runs on: %s', async (dialect) => {
    for (const [name, migration] of Object.entries(migrations))
      expect(notOnlyAdding(await sqlOf(migration, dialect)), name).toEqual([])
  })

  it.each([
    'drop table person',
    'alter table person drop column name',
    'alter table person rename column name to called',
    'alter table person rename to human',
    'alter table person add column age integer not null',
    'alter table person add column nick text unique',
    'alter table person add column home text references book (id)',
    'alter table person alter column name type varchar(10)',
    'create unique index person_name on person (name)',
    'create table pet (id text primary key, owner text not null references person (id))',
    'update person set name = upper(name)',
    'delete from seat',
  ])('would not do: %s', (statement) => {
    expect(notOnlyAdding([statement])).toEqual([statement])
  })

  it('may be a table, an index, or a column that can be left out', () => {
    const fine = [
      'create table pet (id text primary key, name text not null)',
      'create table toy (id text primary key, pet text not null references pet (id))',
      'create unique index pet_name on pet (name)',
      'create index person_name on person (name)',
      'alter table person add column nick text',
      'alter table person add column age integer not null default 0',
    ]
    expect(notOnlyAdding(fine)).toEqual([])
  })

  it('never changes once it has been released', async () => {
    const said = await Promise.all(
      Object.entries(migrations).map(async ([name, migration]) => {
        const all = await Promise.all(dialectNames.map((dialect) => sqlOf(migration, dialect)))
        return [name, all.map((each) => createHash('sha256').update(each.join('\n')).digest('hex').slice(0, 16))]
      }),
    )
    // In SQLite, and in PostgreSQL. What is here stays; a new migration adds its line.
    expect(Object.fromEntries(said)).toEqual({
      '0001-the-house': ['3f237f798397a446', '8bf4fc20c6f289cd'],
      '0002-authors-and-parked': ['48ed272e292e9bcb', 'be3e1c561a9788d7'],
      '0003-editorial-remarks': ['23caaaa09368cb51', '5e547d73f6fec323'],
      '0004-authors-by-entry': ['5fcf5ac29165527a', '5fcf5ac29165527a'],
      '0005-people-of-a-town': ['16ded03fbc214684', '5065cca37ea8f6b6'],
      '0006-evenings': ['00367c29c0f5021e', '55f83405e65c9898'],
      '0007-letters-of-meetings': ['c210f235a4fdfd87', '4c595ef74396bed7'],
    })
  })
})

describe.each(places)('tables, %s', (_, aPlace) => {
  it('of an older version are brought up to date, and keep what they hold', async () => {
    const { use, types, open } = await aPlace()
    await use(async (db) => {
      await bringUpToDate(db, types, first(1))
      await db.insertInto('person').values({ id: 'person-noor', name: 'Noor', background: '' }).execute()
    })
    const store = await open()
    expect(await store.people.all()).toMatchObject([{ id: 'person-noor' }])
    await store.close()
    const wholly = await aPlace()
    await (await wholly.open()).close()
    expect(await use(tablesIn)).toEqual(await wholly.use(tablesIn))
  })

  it('are whole or not there when a migration fails on the way', async () => {
    const { use, types } = await aPlace()
    const broken: Migrations = {
      ...first(1),
      '0002-broken': {
        async up(db) {
          await sql`create table half (id text primary key)`.execute(db)
          await sql`create table half (id text primary key)`.execute(db)
        },
      },
    }
    await expect(use((db) => bringUpToDate(db, types, broken))).rejects.toThrow(/half/)
    expect(await use(tablesIn)).not.toContain('half')
    await use((db) => bringUpToDate(db, types))
    expect(await use(tablesIn)).toContain('parked_edit')
  })
})

describe.each(everyStore.filter(([name]) => name.includes('newer')))('the store, %s', (_, aPlace) => {
  it('opens all the same, and says whose tables they are', async () => {
    const told: (readonly string[])[] = []
    const open = await aPlace()
    await open({ newerTables: (names) => void told.push(names), connectionLost: () => undefined })
    expect(told).toEqual([[newerMigration]])
  })
})

describe('servers that start at the same moment on an empty database', () => {
  it('make the tables once, and all of them run', async () => {
    const url = await aPostgresDatabase()
    const stores = await Promise.all(Array.from({ length: 5 }, () => postgres(url)()))
    for (const store of stores) expect(await store.people.all()).toEqual([])
  })

  it('get along with one of a newer version that is faster', async () => {
    const url = await aPostgresDatabase()
    const newer: Migrations = {
      ...migrations,
      [newerMigration]: { up: async (db) => void (await sql`create table newer_table (id text)`.execute(db)) },
    }
    const starts = [migrations, newer, migrations, newer, migrations]
    const told = await Promise.all(
      starts.map((known) => withTime(url, (db) => bringUpToDate(db, postgresTypes, known))),
    )
    for (const [i, names] of told.entries()) expect(starts[i] === newer ? [] : names).toEqual(names)
    expect(await withTime(url, tablesIn)).toContain('newer_table')
  })
})

describe('a server that runs while a newer version changes the tables', () => {
  it('goes on as before, on the connections it has', async () => {
    const url = await aPostgresDatabase()
    const store = await postgres(url)()
    await fill(store)
    const all = async () => [
      await store.dialogues.current(),
      await store.people.all(),
      await store.bookLog.read(sportBook, { after: 0, limit: 1000 }),
      await store.bookLog.latestSnapshot(sportBook),
      await store.parkedEdits.waiting(sportBook),
    ]
    const before = await all()
    await makeNewerDatabase(url)
    expect(await all()).toEqual(before)
    const { seq } = await store.bookLog.head(sportBook)
    const [last] = await store.bookLog.read(sportBook, { after: seq - 1, limit: 1 })
    const again = last?.kind === 'edit' ? [{ ...last, newClients: [] }] : []
    expect(await store.bookLog.append(sportBook, seq, again)).toEqual({ ok: true, head: seq + 1 })
    await store.people.save({ id: 'new' as PersonId, name: '', background: '', seats: [] })
    expect(await store.people.find('new' as PersonId)).toEqual({ id: 'new', name: '', background: '', seats: [] })
  })
})
