import type { BookEntry, BookId, Instant, PersonId, SectionId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { aDatabase, aPostgres, type ThrowawayServer } from '@witboek/testkit/servers'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { StoreNotes } from '../notes.ts'
import { TurnMissed, type Store } from '../ports/index.ts'
import { openPool, type Patience } from './pool.ts'
import { openPostgresStore } from './store.ts'

/** A PostgreSQL of its own, because it is hurt here; as in production, what it acknowledges is on the disk. */
let database: ThrowawayServer
beforeAll(async () => {
  database = await aPostgres({ durable: true })
})
afterAll(() => database.stop())

let url: string
beforeEach(async () => {
  url = await aDatabase(database.url)
})

const impatient: Patience = { connection: 1_000, statement: 500, lock: 400, silence: 600 }

async function aStore(patience: Patience = impatient, notes: Partial<StoreNotes> = {}): Promise<Store> {
  const unheard = { newerTables: () => undefined, connectionLost: () => undefined }
  const store = await openPostgresStore(url, { ...unheard, ...notes }, patience)
  onTestFinished(() => store.close())
  return store
}

/** What the database is told directly, as by somebody who looks after it. */
async function told(statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url)
  await client.connect()
  const { rows } = (await client.query(statement)) as { rows: Record<string, unknown>[] }
  await client.end()
  return rows
}

const endSessions = (name: string) =>
  told(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'
        and datname = current_database()`)

const book = 'book-sport' as BookId
const edit = (n: number): BookEntry => ({
  kind: 'edit',
  person: 'person-noor' as PersonId,
  at: 1_301_680_800_000 as Instant,
  section: 'section-pool' as SectionId,
  update: Uint8Array.of(n),
  newClients: [],
})

/** Takes the turn `access` and keeps it, until it is told to end. */
async function holdsTurn({ turns }: Store): Promise<{ ends(): Promise<string> }> {
  const [began, end] = [Promise.withResolvers<null>(), Promise.withResolvers<string>()]
  const held = turns.take('access', () => {
    began.resolve(null)
    return end.promise
  })
  await began.promise
  return {
    ends() {
      end.resolve('late')
      return held
    },
  }
}

describe('a database that goes away', () => {
  it('[I1] loses nothing that was acknowledged, and serves again when it is back, without a new start', async () => {
    const { bookLog } = await aStore()
    let acknowledged = 0
    const writes = async () => {
      for (;;) acknowledged = (await bookLog.append(book, acknowledged, [edit(acknowledged)])).head
    }
    const failure = writes().catch((cause: unknown) => cause)
    await until('it writes', () => acknowledged > 20)
    await database.kill()
    expect(await failure, 'an ordinary error').toBeInstanceOf(Error)
    await expect(bookLog.head(book)).rejects.toThrow(Error)
    await database.restart()
    let head = 0
    await until('it serves again', async () => {
      head = (await bookLog.head(book).catch(() => ({ seq: 0 }))).seq
      return head > 0
    })
    // The last one may have been written without a word about it: its outcome was unknown until now.
    expect([acknowledged, acknowledged + 1]).toContain(head)
    expect(await bookLog.append(book, head, [edit(0)])).toEqual({ ok: true, head: head + 1 })
  })

  it('that hangs is given up after a while, and what it had to do may have happened all the same', async () => {
    const { bookLog } = await aStore()
    await bookLog.append(book, 0, [edit(0)])
    database.pause()
    try {
      await expect(bookLog.append(book, 1, [edit(1)])).rejects.toThrow(/timeout/i)
      await expect(bookLog.head(book)).rejects.toThrow(Error)
    } finally {
      database.resume()
    }
    let head = 0
    await until('it answers again', async () => (head = (await bookLog.head(book).catch(() => ({ seq: 0 }))).seq) > 0)
    await until('what was under way has ended', async () => {
      const rows =
        await told(`select 1 from pg_stat_activity where query like '%book_entry%' and pid <> pg_backend_pid()
                    and state = 'active' and datname = current_database()`)
      head = (await bookLog.head(book)).seq
      return rows.length === 0
    })
    expect([1, 2]).toContain(head)
    expect(await bookLog.append(book, head, [edit(2)])).toEqual({ ok: true, head: head + 1 })
  })

  it('tells that a connection broke, and goes on with another', async () => {
    const lost: Error[] = []
    const { people } = await aStore(impatient, { connectionLost: (cause) => void lost.push(cause) })
    await people.all()
    await endSessions('witboek')
    await until('it was noticed', () => lost.length > 0)
    expect(await people.all()).toEqual([])
  })
})

describe('a server that is cut off', () => {
  it('holds up nobody: its transaction ends when it says nothing any more', async () => {
    const { bookLog } = await aStore({ ...impatient, lock: 3_000, statement: 4_000 })
    await bookLog.append(book, 0, [edit(0)])
    const cutOff = openPool(url, { name: 'cut off', max: 1, patience: impatient }, () => undefined)
    onTestFinished(() => cutOff.end())
    const client = await cutOff.connect()
    await client.query('begin')
    await client.query('update book_head set at = at')
    expect(await bookLog.append(book, 1, [edit(1)])).toEqual({ ok: true, head: 2 })
    client.release(true)
  })

  it('loses its turn with its connection, and the next one has it', async () => {
    const [first, second] = [await aStore(), await aStore()]
    const held = await holdsTurn(first)
    await endSessions('witboek turns')
    expect(await second.turns.take('access', () => Promise.resolve('next'))).toBe('next')
    expect(await held.ends()).toBe('late')
    expect(await first.turns.take('access', () => Promise.resolve('again'))).toBe('again')
  })

  it('loses its turn when it says nothing any more', async () => {
    const [first, second] = [await aStore(), await aStore({ ...impatient, lock: 5_000 })]
    const held = await holdsTurn(first)
    expect(await second.turns.take('access', () => Promise.resolve('next'))).toBe('next')
    expect(await held.ends()).toBe('late')
  })
})

describe('a turn', () => {
  it('that does not come in time is missed, and its work is not done', async () => {
    const [first, second] = [await aStore({ ...impatient, silence: 30_000 }), await aStore()]
    const held = await holdsTurn(first)
    let done = 0
    const work = () => Promise.resolve((done += 1))
    await expect(second.turns.take('access', work), 'held elsewhere').rejects.toThrow(TurnMissed)
    await expect(first.turns.take('access', work), 'held here').rejects.toThrow(TurnMissed)
    await held.ends()
    expect(done).toBe(0)
    expect(await second.turns.take('access', work)).toBe(1)
  })

  it('that nobody can be asked for is missed', async () => {
    const { turns } = await aStore()
    await database.kill()
    try {
      await expect(turns.take('access', () => Promise.resolve())).rejects.toThrow(TurnMissed)
    } finally {
      await database.restart()
    }
  })
})

describe('a database that cannot be used', () => {
  const where = (change: Partial<URL>): string => Object.assign(new URL(url), { password: 'geheim', ...change }).href

  async function expectRefused(address: string, why: string): Promise<void> {
    const refusal: unknown = await openPostgresStore(address).then(
      (store) => store.close(),
      (cause: unknown) => cause,
    )
    expect(refusal).toMatchObject({ name: 'Error', why })
    expect(String((refusal as { where: string }).where)).not.toContain('geheim')
    expect((refusal as Error).message).not.toContain('geheim')
  }

  it('is not reached', async () => {
    await expectRefused(where({ port: '1' }), 'unreachable')
    await expectRefused(where({ hostname: 'nobody.invalid' }), 'unreachable')
  })

  it('does not know us, or has no such name', async () => {
    await expectRefused(where({ username: 'nobody' }), 'not-let-in')
    await expectRefused(where({ pathname: 'nothing' }), 'not-there')
  })

  it('lets us in, and lets us make no tables', async () => {
    await told('revoke create on schema public from public; create role reader login')
    await expectRefused(where({ username: 'reader' }), 'may-not-write')
  })
})

describe('a connection', () => {
  it('waits for the disk, also where the database was set to be faster', async () => {
    await told('alter role postgres set synchronous_commit = off')
    onTestFinished(async () => void (await told('alter role postgres reset synchronous_commit')))
    const pool = openPool(url, { name: 'spec', max: 1, patience: impatient }, () => undefined)
    onTestFinished(() => pool.end())
    expect((await pool.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }])
  })

  it('takes no number that is not one of ours', async () => {
    const pool = openPool(url, { name: 'spec', max: 1, patience: impatient }, () => undefined)
    onTestFinished(() => pool.end())
    expect((await pool.query('select 9007199254740991::int8 as n')).rows).toEqual([{ n: Number.MAX_SAFE_INTEGER }])
    await expect(pool.query('select 9007199254740992::int8 as n')).rejects.toThrow(RangeError)
  })
})
