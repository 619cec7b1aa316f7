import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openPostgresStore } from '@witboek/store'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { takeSeat, until } from '@witboek/testkit'
import { runsToEnd } from '../testing/a-command.ts'
import { aFailedStart, aFolder, aServerProcess, type ServerProcess } from '../testing/a-server.ts'
import { bookLine, types } from '../testing/clients.ts'
import { inSeat, sportBook } from '../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')
const command = 'move/move-to-postgres.ts'

let folder: ReturnType<typeof aFolder>
let to: string
beforeEach(async () => {
  folder = aFolder()
  to = Object.assign(new URL(await aDatabase(inject('postgres'))), { password: 'geheim' }).href
})
afterEach(() => folder.remove())

async function ends({ child }: ServerProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}

/** What a page on this server shows; first it writes this, if anything. */
async function shows({ address }: ServerProcess, word?: string): Promise<string> {
  const line = bookLine(address.replace('http', 'ws'), book, await takeSeat(address, inSeat('expert')))
  await line.section(section).synced
  if (word) types(line, section, word)
  await until('it is saved', () => line.state.line === 'open' && line.state.unsaved === 0)
  const text = line.section(section).text.toString()
  line.close()
  return text
}

describe('npm run move-to-postgres', () => {
  it('moves an installation with all that was written, and the evening goes on there', async () => {
    const old = await aServerProcess({ PORT: '0', DATA_DIR: folder.path })
    const text = await shows(old, 'hier geschreven')
    const arguments_ = ['--from', folder.path, '--to', to]
    const inUse = await runsToEnd(command, arguments_, {})
    expect(inUse).toMatchObject({ code: 1, said: expect.stringContaining('is in use by another Witboek') as string })
    await ends(old)

    const { code, said } = await runsToEnd(command, arguments_, {})
    expect(said).toMatch(/Moved 8 books with \d+ entries, and \d+ people: every row and every book reads back the same/)
    expect(said).not.toContain('geheim')
    expect(code).toBe(0)
    const moved = await aServerProcess({ PORT: '0', DATABASE_URL: to })
    expect(await shows(moved)).toBe(text)
    expect(await shows(moved, 'en daar verder')).toContain('en daar verder')
    await ends(moved)
    const again = await runsToEnd(command, [], { DATA_DIR: folder.path, DATABASE_URL: to })
    expect(again.code).toBe(1)
    expect(again.said).toContain('holds something already')
  })

  it('that is killed half-way is started again, and no server starts meanwhile', async () => {
    await ends(await aServerProcess({ PORT: '0', DATA_DIR: folder.path }))
    const path = fileURLToPath(new URL('move-to-postgres.ts', import.meta.url))
    const child = spawn(process.execPath, [path, '--from', folder.path, '--to', to])
    const killed = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
    child.stdout.on('data', (data: Buffer) => data.includes('copying book') && child.kill('SIGKILL'))
    expect(await killed).toBe('SIGKILL')

    const start = await aFailedStart({ PORT: '0', DATABASE_URL: to })
    expect(start.code).toBe(1)
    expect(start.said).toContain('start the move again')
    // PostgreSQL may take a moment to notice that nobody is there any more.
    let again = await runsToEnd(command, ['--from', folder.path, '--to', to], {})
    for (let i = 0; i < 10 && /under way|in use/.test(again.said); i++)
      again = await runsToEnd(command, ['--from', folder.path, '--to', to], {})
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('reads back the same') as string })
    const store = await openPostgresStore(to)
    const { seq } = await store.bookLog.head(book)
    expect(await store.bookLog.read(book, { after: 0, limit: 1000 })).toHaveLength(seq)
    await store.close()
  })

  it.each([
    [[], 'Say where to'],
    [['--to', 'mysql://root:geheim@host/x'], 'DATABASE_URL cannot be used'],
    [['--onto', 'there'], 'That is not understood'],
    [['--to', 'postgres://somebody:geheim@127.0.0.1:1/x'], 'There is nothing to move'],
  ])('says what is wrong in one sentence: %o', async (more, why) => {
    const { code, said } = await runsToEnd(command, ['--from', folder.path, ...more], { DATABASE_URL: '' })
    expect(code).toBe(1)
    expect(said).toContain(why)
    expect(said).not.toMatch(/geheim| at .*\.ts/)
  })
})
