import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { takeSeat, until } from '@witboek/testkit'
import { runsToEnd } from '../testing/a-command.ts'
import { aFolder, aServerProcess, type ServerProcess } from '../testing/a-server.ts'
import { bookLine, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')

let folder: ReturnType<typeof aFolder>
const servers: ServerProcess[] = []
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => {
  for (const { child } of servers.splice(0)) child.kill('SIGKILL')
  folder.remove()
})

/** Where a server has its data, as its settings say it. */
type Place = Record<'DATA_DIR' | 'DATABASE_URL', string>

const inFolder = (name: string): string => join(folder.path, name)
const aDataFolder = (name: string): Place => ({ DATA_DIR: inFolder(name), DATABASE_URL: '' })
const stores = {
  'in a folder': (name: string) => Promise.resolve(aDataFolder(name)),
  'in PostgreSQL': async (name: string): Promise<Place> => ({
    DATA_DIR: inFolder(name),
    DATABASE_URL: await aDatabase(inject('postgres')),
  }),
} as const

const backsUp = (place: Place, file: string) => runsToEnd('backup/back-up.ts', [inFolder(file)], place)
const restores = (file: string, place: Place) => runsToEnd('backup/restore.ts', [inFolder(file)], place)

async function starts(place: Place): Promise<ServerProcess> {
  const server = await aServerProcess({ PORT: '0', ...place })
  servers.push(server)
  return server
}

async function stops({ child }: ServerProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}

/** The text of the section as a page of this server shows it. */
async function shown({ address }: ServerProcess): Promise<string> {
  const line = bookLine(address.replace('http', 'ws'), book, await takeSeat(address, inSeat('expert')))
  const text = () => line.section(section).text.toString()
  await until('the text is there', () => text().length > 0)
  line.close()
  return text()
}

/** What a command that would not said: one sentence that a person can act on. */
function expectNo({ code, said }: { code: number | null; said: string }, why: string): void {
  expect([code, said]).toEqual([1, expect.stringContaining(why)])
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).not.toMatch(/ at .*\.ts|Error:|SQLITE/)
}

describe.each(Object.entries(stores))('a backup of what rests %s', (_, aPlace) => {
  it('holds all that was acknowledged before, of a server in use, and a server runs on it', async () => {
    const data = await aPlace('data')
    const server = await starts(data)
    const cookie = await takeSeat(server.address, inSeat('expert'))
    const lines = [0, 1, 2].map(() => bookLine(server.address.replace('http', 'ws'), book, cookie))
    const acknowledged = new Set<string>()
    let count = 0
    const writing = setInterval(() => {
      const line = lines[count % lines.length] ?? expect.fail('a line')
      const word = `word-${count++}`
      types(line, section, word)
      line.subscribe(({ unsaved }) => void (unsaved === 0 && acknowledged.add(word)))
    }, 4)
    for (const nth of [1, 2]) {
      const before = acknowledged.size
      await until('more is acknowledged', () => acknowledged.size > before)
      const sure = [...acknowledged]
      const { code, said } = await backsUp(data, `backup-${nth}`)
      expect(said).toMatch(/^Backed up 8 books with \d+ entries to .* MB\)/)
      expect(code).toBe(0)
      const place = await aPlace(`restored-${nth}`)
      const restored = await restores(`backup-${nth}`, place)
      expect(restored.said).toMatch(/^Restored 8 books with \d+ entries; every book reads back as it was written\.$/m)
      const other = await starts(place)
      const text = await shown(other)
      expect(sure.filter((word) => !text.includes(`>${word}<`))).toEqual([])
      expect(sure.length).toBeGreaterThan(0)
      await stops(other)
    }
    clearInterval(writing)
    await until('the server has served on', () => lines.every(({ state }) => state.line === 'open' && !state.unsaved))
    for (const line of lines) line.close()
    await stops(server)

    // Once more at rest: then nothing may be missing.
    const asBefore = await aPlace('as-before')
    expect((await backsUp(data, 'at-rest')).code).toBe(0)
    expect((await restores('at-rest', asBefore)).code).toBe(0)
    const [was, is] = [await starts(data), await starts(asBefore)]
    expect(await shown(is)).toBe(await shown(was))
  }, 120_000)

  it('is one file that only its owner reads, and writes over nothing', async () => {
    const data = await aPlace('data')
    await stops(await starts(data))
    expect((await backsUp(data, 'backup')).code).toBe(0)
    expect(statSync(inFolder('backup')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder.path).filter((name) => name !== 'data')).toEqual(['backup'])
    const bytes = readFileSync(inFolder('backup'))
    expectNo(await backsUp(data, 'backup'), 'is there already')
    expectNo(await restores('backup', data), 'holds data already')
    expect(readFileSync(inFolder('backup')).equals(bytes)).toBe(true)
  })

  it('that is cut off, is none, or is not there is not restored, and leaves the place empty', async () => {
    const data = await aPlace('data')
    await stops(await starts(data))
    await backsUp(data, 'cut')
    truncateSync(inFolder('cut'), Math.floor(statSync(inFolder('cut')).size / 2))
    writeFileSync(inFolder('letter'), 'Dear all, '.repeat(1000))
    const place = await aPlace('restored')
    expectNo(await restores('letter', place), 'damaged')
    expectNo(await restores('nothing', place), 'There is no file')
    const { code } = await restores('cut', place)
    expect(code).toBe(1)
    expect((await backsUp(place, 'of-what-was-left')).said).toContain('holds no data')
    // It is as good as new.
    await backsUp(data, 'whole')
    expect((await restores('whole', place)).code).toBe(0)
  })

  it('that misses an entry is not restored', async () => {
    const data = await aPlace('data')
    await stops(await starts(data))
    takeAway(data)
    expectNo(await backsUp(data, 'backup'), `the log of book ${book} has a gap`)
  })

  it('comes from no place without data, and goes to no place that is not there', async () => {
    const place = await aPlace('data')
    expectNo(await backsUp(place, 'backup'), 'holds no data')
    await stops(await starts(place))
    expectNo(await backsUp(place, 'no/such/folder'), 'cannot be written')
    expectNo(await runsToEnd('backup/back-up.ts', [], place), 'Name one file')
  })
})

describe('a backup', () => {
  it('goes into no folder that a server uses, and from one kind of store to the other by no mistake', async () => {
    const data = aDataFolder('data')
    const server = await starts(data)
    await backsUp(data, 'backup')
    expectNo(await restores('backup', data), 'is in use')
    await stops(server)
    expectNo(await restores('backup', await stores['in PostgreSQL']('other')), 'no backup of this kind of store')
    expect(existsSync(inFolder('data/restoring'))).toBe(false)
  })

  it('says what is wrong with the database, and never its password', async () => {
    const place = { DATA_DIR: '', DATABASE_URL: 'postgres://witboek:a-secret@127.0.0.1:9/witboek' }
    const answer = await backsUp(place, 'backup')
    expectNo(answer, 'does not answer')
    expect(answer.said).not.toContain('a-secret')
  })
})

/** One entry of a book is gone, as no program of ours could do it. */
function takeAway({ DATA_DIR, DATABASE_URL }: Place): void {
  const order = `delete from book_entry where book = '${book}' and seq = 2`
  if (DATABASE_URL) {
    execFileSync('psql', [DATABASE_URL, '--quiet', '--command', order])
    return
  }
  const database = new DatabaseSync(join(DATA_DIR, 'witboek.sqlite'))
  database.exec(order)
  database.close()
}
