import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runsToEnd } from '../testing/a-command.ts'
import { aFolder, aServerProcess, takeSeat, type ServerProcess } from '../testing/a-server.ts'
import { bookLine, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'
import { until } from '../testing/until.ts'

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

const inFolder = (name: string): string => join(folder.path, name)
const backsUp = (data: string, file: string) =>
  runsToEnd('backup/back-up.ts', [inFolder(file)], { DATA_DIR: inFolder(data) })
const restores = (file: string, data: string) =>
  runsToEnd('backup/restore.ts', [inFolder(file)], { DATA_DIR: inFolder(data) })

async function starts(data: string): Promise<ServerProcess> {
  const server = await aServerProcess({ PORT: '0', DATA_DIR: inFolder(data) })
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

describe('a backup', () => {
  it('of a server in use holds all that was acknowledged before, and a server runs on it', async () => {
    const server = await starts('data')
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
    for (const nth of [1, 2, 3]) {
      const before = acknowledged.size
      await until('more is acknowledged', () => acknowledged.size > before)
      const sure = [...acknowledged]
      const { code, said } = await backsUp('data', `backup-${nth}`)
      expect(said).toMatch(/^Backed up 8 books with \d+ entries to .* MB\)/)
      expect(code).toBe(0)
      const restored = await restores(`backup-${nth}`, `restored-${nth}`)
      expect(restored.said).toMatch(/^Restored 8 books with \d+ entries .* reads back as it was written\.$/m)
      const other = await starts(`restored-${nth}`)
      const text = await shown(other)
      expect(sure.filter((word) => !text.includes(`>${word}<`))).toEqual([])
      expect(sure.length).toBeGreaterThan(0)
      await stops(other)
    }
    clearInterval(writing)
    await until('the server has served on', () => lines.every(({ state }) => state.line === 'open' && !state.unsaved))
    for (const line of lines) line.close()
    await stops(server)

    // Once more of the folder at rest: then nothing may be missing.
    await backsUp('data', 'at-rest')
    await restores('at-rest', 'as-before')
    const [was, is] = [await starts('data'), await starts('as-before')]
    expect(await shown(is)).toBe(await shown(was))
  }, 120_000)

  it('is one file that only its owner reads, and writes over nothing', async () => {
    await stops(await starts('data'))
    expect((await backsUp('data', 'backup')).code).toBe(0)
    expect(statSync(inFolder('backup')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder.path).sort()).toEqual(['backup', 'data'])
    const bytes = readFileSync(inFolder('backup'))
    for (const { code, said } of [await backsUp('data', 'backup'), await restores('backup', 'data')]) {
      expect(code).toBe(1)
      expect(said).toMatch(/^[^\n]+(there already|holds data already)[^\n]+\n$/)
    }
    expect(readFileSync(inFolder('backup')).equals(bytes)).toBe(true)
  })

  it('that is damaged, is none, or is not there is not restored, and leaves the folder empty', async () => {
    await stops(await starts('data'))
    await backsUp('data', 'cut')
    truncateSync(inFolder('cut'), Math.floor(statSync(inFolder('cut')).size / 2))
    writeFileSync(inFolder('letter'), 'Dear all, '.repeat(1000))
    await backsUp('data', 'gap')
    const gap = new DatabaseSync(inFolder('gap'))
    gap.exec(`delete from book_entry where book = '${book}' and seq = 2`)
    gap.close()
    for (const [file, why] of [
      ['gap', `the log of book ${book} has a gap`],
      ['cut', 'damaged'],
      ['letter', 'damaged'],
      ['nothing', 'no file'],
    ] as const) {
      const { code, said } = await restores(file, 'restored')
      expect([code, said]).toEqual([1, expect.stringContaining(why)])
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(existsSync(inFolder('restored/witboek.sqlite'))).toBe(false)
      expect(existsSync(inFolder('restored/restoring'))).toBe(false)
    }
  })

  it('goes into no folder that a server uses, and comes from no folder without data', async () => {
    const server = await starts('data')
    await backsUp('data', 'backup')
    expect((await restores('backup', 'data')).said).toContain('is in use')
    await stops(server)
    expect((await backsUp('elsewhere', 'backup-2')).said).toContain('holds no data')
    expect((await backsUp('data', 'no/such/folder')).said).toContain('cannot be written')
    expect((await runsToEnd('backup/back-up.ts', [], {})).said).toContain('Name one file')
  })
})
