import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Choices, MeetingId, PersonId, PollId } from '@witboek/domain'
import { chanceFrom, seedOfToday, until, type Chance } from '@witboek/testkit'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { backUpFolder, restoreFolder } from './embedded/backup.ts'
import type { Store } from './ports/index.ts'
import { backUpDatabase, restoreDatabase } from './postgres/backup.ts'
import { aFolder, aPostgresDatabase, embedded, postgres } from './testing/every-store.ts'
import { tableNames } from './tables.ts'

const poll = 'poll' as PollId
const box = { poll, meeting: 'meeting' as MeetingId, secret: true }
const voters = Array.from({ length: 220 }, (_, i) => `voter-${String(i).padStart(3, '0')}` as PersonId)

/** The choice of each is one that nobody else makes: who finds both knows. */
const choiceOf = (person: PersonId) => `choice-of-${person.slice(-3)}`
const chose = (option: string): Choices => ({ option })
/** Also that comes from who they are: only the order in which they vote is by chance. */
const modeOf = (person: PersonId) => (Number(person.slice(-3)) % 3 === 0 ? 'remote' : 'room')
const personOf = (choices: string) => `voter-${/choice-of-(\d{3})/.exec(choices)?.[1]}`

interface Row {
  readonly [column: string]: unknown
}

/** A hall that votes in an order by chance: answers that order. */
async function votes({ ballotBoxes }: Store, chance: Chance): Promise<readonly PersonId[]> {
  await ballotBoxes.open(box)
  const order = voters
    .map((person) => ({ person, turn: chance.next() }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ person }) => person)
  for (const person of order)
    await ballotBoxes.castSecret({
      poll,
      person,
      choices: chose(choiceOf(person)),
      mode: modeOf(person),
    })
  return order
}

/** How many of these stand at the same place in both lists; by chance about one does. */
const inPlace = (one: readonly string[], other: readonly string[]): number =>
  one.filter((person, i) => person === other[i]).length

/** Columns that hold a value in both tables which is not the same in every row. */
function sharedColumns(roll: readonly Row[], ballots: readonly Row[]): readonly string[] {
  const values = (rows: readonly Row[], column: string) => new Set(rows.map((row) => row[column]))
  return Object.keys(roll[0] ?? {}).flatMap((one) =>
    Object.keys(ballots[0] ?? {})
      .filter((other) => {
        const [here, there] = [values(roll, one), values(ballots, other)]
        return there.size > 1 && [...here].some((value) => there.has(value))
      })
      .map((other) => `${one} = ${other}`),
  )
}

/** The rows as they lie there, without asking for an order. */
function rowsIn(folder: string, table: string): readonly Row[] {
  const file = new DatabaseSync(join(folder, 'witboek.sqlite'), { readOnly: true })
  const rows = file.prepare(`select * from ${table}`).all()
  file.close()
  return rows
}

async function asked(url: string, question: string): Promise<readonly Row[]> {
  const client = new Client(url)
  await client.connect()
  const { rows } = (await client.query(question)) as { rows: Row[] }
  await client.end()
  return rows
}

const peopleIn = (rows: readonly Row[]) => rows.map(({ person }) => String(person))
const votersIn = (rows: readonly Row[]) => rows.map(({ choices }) => personOf(String(choices)))

describe('a secret poll in SQLite', () => {
  it('[POLL-18] has nothing in its rows that leads from a ballot to a person, open or closed', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const folder = aFolder()
    const store = await embedded(folder)()
    const order = await votes(store, chance)
    const looks = (suffix: string) => {
      const [roll, ballots] = [rowsIn(folder, `secret_roll${suffix}`), rowsIn(folder, `secret_ballot${suffix}`)]
      expect([roll.length, ballots.length]).toEqual([220, 220])
      expect(sharedColumns(roll, ballots)).toEqual([])
      expect(peopleIn(roll)).toEqual(voters)
      expect(inPlace(votersIn(ballots), order), 'not in the order of time').toBeLessThan(12)
      expect(inPlace(votersIn(ballots), peopleIn(roll)), 'not in the order of the roll').toBeLessThan(12)
    }
    looks('_open')
    expect(rowsIn(folder, 'secret_roll')).toEqual([])
    await store.ballotBoxes.close(poll)
    looks('')
    expect([rowsIn(folder, 'secret_roll_open'), rowsIn(folder, 'secret_ballot_open')]).toEqual([[], []])
  })

  it('[POLL-18] names its ballots by chance alone: whoever knows who voted, and what, cannot make the name of one', async () => {
    const { seed } = chanceFrom(seedOfToday())
    console.info(`seed ${seed}`)
    /** The same people, in the same order, with the same choices, in the same poll. */
    const named = async () => {
      const folder = aFolder()
      const store = await embedded(folder)()
      await votes(store, chanceFrom(seed))
      await store.ballotBoxes.close(poll)
      return rowsIn(folder, 'secret_ballot').map(({ id }) => String(id))
    }
    const [one, other] = [await named(), await named()]
    expect(new Set([...one, ...other]).size).toBe(2 * voters.length)
    // Nor half a name, as it would be where a part of it is made of who voted.
    const parts = (names: readonly string[]) => new Set(names.flatMap((name) => [name.slice(0, 16), name.slice(16)]))
    expect([...parts(one)].filter((part) => parts(other).has(part))).toEqual([])
  })

  it('[POLL-18] has no number of a row beside its key', () => {
    const folder = aFolder()
    return embedded(folder)().then(() => {
      for (const table of tableNames.filter((name) => name.startsWith('secret_')))
        expect(() => rowsIn(folder, `(select rowid from ${table})`), table).toThrow(/rowid/)
    })
  })

  it('[POLL-18] lies in its file, once closed, as if everybody had voted in another order', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const lying = async () => {
      const folder = aFolder()
      const store = await embedded(folder)()
      const order = await votes(store, chance)
      await store.ballotBoxes.close(poll)
      expect(statSync(join(folder, 'witboek.sqlite-wal')).size, 'nothing of it is left in the second file').toBe(0)
      return { order, pages: pagesOf(join(folder, 'witboek.sqlite')) }
    }
    const [one, other] = [await lying(), await lying()]
    expect(inPlace(one.order, other.order)).toBeLessThan(12)
    // Where people stand, page by page and in each page from its first byte on.
    const withPeople = ({ pages }: typeof one) => pages.map((page) => found(page, /voter-\d{3}/g)).filter(notNone)
    expect(withPeople(one)).toEqual(withPeople(other))
    for (const { order, pages } of [one, other]) {
      const choices = pages.flatMap((page) => found(page, /choice-of-\d{3}/g))
      expect(choices.toSorted(), 'once each, and no old copy').toEqual(voters.map(choiceOf))
      expect(inPlace(choices.map(personOf), order)).toBeLessThan(12)
      expect(inPlace(choices.map(personOf).toReversed(), order)).toBeLessThan(12)
    }
  })

  it('[POLL-18] leaves nothing in the second file, also when it is closed within a larger change or read meanwhile', async () => {
    const folder = aFolder()
    const store = await embedded(folder)()
    await votes(store, chanceFrom(1))
    const reader = new DatabaseSync(join(folder, 'witboek.sqlite'), { readOnly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from person').all()
    await store.together(async ({ ballotBoxes }) => void (await ballotBoxes.close(poll)))
    expect(statSync(join(folder, 'witboek.sqlite-wal')).size).toBeGreaterThan(0)
    reader.exec('rollback')
    reader.close()
    await until('it is empty', () => statSync(join(folder, 'witboek.sqlite-wal')).size === 0)
  })
})

const notNone = (list: readonly unknown[]): boolean => list.length > 0
const found = (page: string, what: RegExp): readonly string[] => [...page.matchAll(what)].map(([text]) => text)

/** The file in pages, as SQLite writes it. */
function pagesOf(file: string): readonly string[] {
  const bytes = readFileSync(file)
  const size = bytes.readUInt16BE(16)
  return Array.from({ length: bytes.length / size }, (_, i) => bytes.toString('latin1', i * size, (i + 1) * size))
}

describe('a secret poll in PostgreSQL', () => {
  it('[POLL-18] has nothing in its rows that leads from a ballot to a person, nor in what PostgreSQL knows of them, once closed', async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    const url = await aPostgresDatabase()
    const store = await postgres(url)()
    const order = await votes(store, chance)
    // What an administrator of the database could see until then: docs/privacy.md says so.
    const before = await asked(url, 'select * from secret_ballot_open order by ctid')
    expect(inPlace(votersIn(before), order)).toBe(220)

    await store.ballotBoxes.close(poll)
    const known = (table: string) => asked(url, `select ctid, xmin, xmax, * from ${table} order by ctid`)
    const [roll, ballots] = [await known('secret_roll'), await known('secret_ballot')]
    expect([roll.length, ballots.length]).toEqual([220, 220])
    for (const column of ['xmin', 'xmax'])
      expect(new Set([...roll, ...ballots].map((row) => row[column])).size, column).toBe(1)
    expect(sharedColumns(roll.map(withoutPlace), ballots.map(withoutPlace))).toEqual([])
    expect(peopleIn(roll)).toEqual(voters)
    expect(inPlace(votersIn(ballots), order)).toBeLessThan(12)
    expect(inPlace(votersIn(ballots), voters)).toBeLessThan(12)
    const [{ bytes } = {}] = await asked(
      url,
      `select pg_relation_size('secret_roll_open') + pg_relation_size('secret_ballot_open') as bytes`,
    )
    expect(Number(bytes), 'the rows that were deleted').toBe(0)
  })
})

describe('a backup that is made while people vote in a secret poll', () => {
  const closedPoll = 'closed' as PollId
  const given = async (store: Store) => {
    await store.ballotBoxes.open({ ...box, poll: closedPoll })
    await store.ballotBoxes.castSecret({ poll: closedPoll, person: 'p' as PersonId, choices: chose('yes'), mode: null })
    await store.ballotBoxes.close(closedPoll)
    return votes(store, chanceFrom(seedOfToday()))
  }
  const closedBallots = async (store: Store) =>
    (await store.ballotBoxes.secretBallots(closedPoll)).map(({ choices }) => choices)

  it('[POLL-18] does not hold its votes, because PostgreSQL would tell their order: everybody votes anew', async () => {
    const [url, other] = [await aPostgresDatabase(), await aPostgresDatabase()]
    await given(await postgres(url)())
    const backup = join(aFolder(), 'backup')
    await backUpDatabase(url, backup)
    await restoreDatabase(backup, other, () => Promise.resolve())
    const restored = await postgres(other)()
    expect(await closedBallots(restored)).toEqual([chose('yes')])
    expect(await restored.ballotBoxes.find(poll)).toMatchObject({ state: 'open', cast: 0 })
    expect(
      await restored.ballotBoxes.castSecret({ poll, person: voters[0] as PersonId, choices: chose('yes'), mode: null }),
    ).toBe('cast')
    await restored.ballotBoxes.close(poll)
    expect((await restored.ballotBoxes.secretBallots(poll)).map(({ choices }) => choices)).toEqual([chose('yes')])
  })

  it('[POLL-18] does not hold them with SQLite either, because two of a minute apart would tell who came in between', async () => {
    const [folder, other] = [aFolder(), aFolder()]
    await given(await embedded(folder)())
    const backup = join(aFolder(), 'backup')
    backUpFolder(folder, backup)
    expect(pagesOf(backup).flatMap((page) => found(page, /choice-of-\d{3}/g))).toEqual([])
    await restoreFolder(backup, other, () => Promise.resolve())
    const restored = await embedded(other)()
    expect(await closedBallots(restored)).toEqual([chose('yes')])
    expect(await restored.ballotBoxes.find(poll)).toMatchObject({ state: 'open', cast: 0 })
    await restored.ballotBoxes.close(poll)
    expect(await restored.ballotBoxes.secretBallots(poll)).toEqual([])
  })
})

/** Both tables have a first row, a second row, and so on. */
const withoutPlace = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'ctid'))
