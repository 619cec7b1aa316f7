import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeSeat, until } from '@witboek/testkit'
import { aFolder } from './testing/a-server.ts'
import { bookLine, types } from './testing/clients.ts'
import { inSeat, sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')
/** Making a disk of one's own is for root, as CI is. */
const mayMount = process.getuid?.() === 0 || process.env['CI'] === 'true'

let folder: ReturnType<typeof aFolder>
let server: ChildProcess
/** The disk of the server, as this process reaches it. */
let disk: string
let address: string
let metricsPort: number

beforeEach(async () => {
  folder = aFolder()
  const data = join(folder.path, 'data')
  mkdirSync(data)
  metricsPort = await freePort()
  // Its own eyes on the file system: the disk is gone when it is, however it ends.
  const script = `mount -t tmpfs -o size=12m tmpfs "${data}" && exec "$0" "$@"`
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const environment = { WEB: 'none', LOG_LEVEL: 'silent', PORT: '0', DATA_DIR: data, METRICS_PORT: String(metricsPort) }
  server = spawn('unshare', ['-m', 'sh', '-c', script, process.execPath, main], {
    env: { ...process.env, ...environment },
  })
  disk = `/proc/${server.pid}/root${data}`
  address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      const found = /is ready: (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('close', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
})
afterEach(async () => {
  const ended = new Promise((resolve) => server.once('close', resolve))
  server.kill('SIGKILL')
  await ended
  folder.remove()
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

async function metric(name: string): Promise<number> {
  const text = await fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((response) => response.text())
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

describe.runIf(mayMount)('a disk that is full', () => {
  it('[I1] [I2] [I4] leaves what is written with its writers, tells the person on duty, and is over once there is room', async () => {
    const cookies = await Promise.all([0, 1].map((nth) => takeSeat(address, inSeat('expert', { nth }))))
    const [writer, reader] = cookies.map((cookie) => bookLine(address.replace('http', 'ws'), book, cookie))
    if (!writer || !reader) throw new Error('two lines')
    const seen = () => reader.section(section).text.toString()
    types(writer, section, 'before it was full')
    await until('the first words are saved', () => writer.state.unsaved === 0 && seen().includes('before it was full'))

    writeFileSync(join(disk, 'filler'), Buffer.alloc(roomLeft() - 64 * 1024))
    const long = 'x'.repeat(2000)
    const words: string[] = []
    await until('nothing is saved any more', async () => {
      const word = `word-${words.length}-${long}`
      words.push(word)
      types(writer, section, word)
      await new Promise((resolve) => setTimeout(resolve, 5))
      return (await metric('witboek_rooms_given_up_total')) > 0
    })
    expect(await metric('witboek_commits_failed_total')).toBeGreaterThan(0)
    expect(await metric('witboek_data_free_bytes')).toBeLessThan(1e6)
    expect(writer.state.unsaved).toBeGreaterThan(0)
    const unsaved = words.filter((word) => !seen().includes(word))
    expect(unsaved.length, 'nobody else sees what is not saved').toBeGreaterThan(0)

    rmSync(join(disk, 'filler'))
    await until('everything is saved by itself', () => writer.state.line === 'open' && writer.state.unsaved === 0)
    await until('and the others see it', () => words.every((word) => seen().split(`>${word}<`).length === 2))
    writer.close()
    reader.close()
  })
})

const roomLeft = (): number => {
  const { bavail, bsize } = statfsSync(disk)
  return bavail * bsize
}
