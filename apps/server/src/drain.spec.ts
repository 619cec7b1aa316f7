import { closeCode, loadBook } from '@witboek/book'
import { openEmbeddedStore } from '@witboek/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { aPortToKeep } from '@witboek/testkit/servers'
import { takeSeat, until } from '@witboek/testkit'
import { aFolder, aServerProcess, type ServerProcess } from './testing/a-server.ts'
import { bookLine, meetingLine, types } from './testing/clients.ts'
import { inSeat, sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)

let folder: ReturnType<typeof aFolder>
let server: ServerProcess
const starts = async (environment: Record<string, string>): Promise<void> => {
  server = await aServerProcess({ DATA_DIR: folder.path, PORT: '0', ...environment })
}
const ended = (): Promise<number | null> => new Promise((resolve) => server.child.once('close', resolve))

beforeEach(() => {
  folder = aFolder()
})
afterEach(() => {
  server.child.kill('SIGKILL')
  folder.remove()
})

/** What the probes answer: the status, and the body as it was sent. */
async function probe(name: 'live' | 'ready'): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.address}/health/${name}`)
  return { status: response.status, body: await response.json() }
}

describe('a server that is told to stop', () => {
  it('is first not ready, serves on meanwhile, and then sends everyone on, with nothing acknowledged lost', async () => {
    const port = String(await aPortToKeep())
    await starts({ PORT: port, DRAIN_MS: '1000' })
    const cookie = await takeSeat(server.address, inSeat('expert'))
    const lines = Array.from({ length: 5 }, () => bookLine(server.address.replace('http', 'ws'), book, cookie))
    const meeting = meetingLine(server.address, cookie)
    const written: string[] = []
    const acknowledged = new Set<string>()
    const watch = (line: (typeof lines)[number], word: string) =>
      line.subscribe(({ unsaved }) => void (unsaved === 0 && acknowledged.add(word)))
    const write = (): void => {
      const i = written.length
      const [line, section] = [lines[i % lines.length], sections[i % sections.length]]
      if (!line || !section) throw new Error('no line, or no section')
      const word = `word-${i}`
      written.push(word)
      types(line, section, word)
      watch(line, word)
    }
    await until('everybody is in', () => meeting.connected && lines.every(({ state }) => state.line === 'open'))
    expect(await probe('ready')).toEqual({ status: 200, body: { status: 'ready' } })
    const writing = setInterval(write, 5)
    await until('something is acknowledged', () => acknowledged.size > 0)

    const end = ended()
    server.child.kill('SIGTERM')
    await until('it is not ready', async () => (await probe('ready')).status === 503)
    expect(await probe('ready')).toEqual({ status: 503, body: { status: 'not-ready', reason: 'draining' } })
    expect(await probe('live')).toEqual({ status: 200, body: { status: 'alive' } })
    expect(lines.map(({ state }) => state.line)).toEqual(lines.map(() => 'open'))
    const before = acknowledged.size
    await until('it serves on', () => acknowledged.size > before)
    await until('everybody is sent on', () => !meeting.connected && lines.every(({ state }) => state.line !== 'open'))
    clearInterval(writing)
    expect(await end).toBe(0)

    const kept = await textAtRest()
    expect([...acknowledged].filter((word) => !kept.includes(`>${word}<`))).toEqual([])

    await starts({ PORT: port })
    await until('everybody is back by themselves', () => meeting.connected)
    await until('everything is saved', () => lines.every(({ state }) => state.line === 'open' && state.unsaved === 0))
    for (const line of lines) line.close()
    meeting.disconnect()
    server.child.kill('SIGTERM')
    await ended()
    const all = await textAtRest()
    for (const word of written) expect(all.split(`>${word}<`), word).toHaveLength(2)
  })

  it('tells the lines to move one after the other, a full house within five seconds', async () => {
    await starts({})
    const cookies = await Promise.all([0, 1, 2, 3].map((nth) => takeSeat(server.address, inSeat('expert', { nth }))))
    const codes: number[] = []
    const at: number[] = []
    const sockets = cookies.flatMap((cookie) =>
      Array.from({ length: 40 }, () => {
        const socket = new WebSocket(`${server.address.replace('http', 'ws')}/collab/${book}`, { headers: { cookie } })
        socket.on('close', (code) => {
          codes.push(code)
          at.push(performance.now())
        })
        return new Promise((resolve) => socket.once('message', resolve))
      }),
    )
    await Promise.all(sockets)
    const end = ended()
    const toldAt = performance.now()
    server.child.kill('SIGTERM')
    expect(await end).toBe(0)
    expect(codes).toEqual(codes.map(() => closeCode.moving))
    expect(codes).toHaveLength(160)
    // Five milliseconds apart: a timer can be late, and never early.
    expect(Math.max(...at) - toldAt).toBeGreaterThan(159 * 5)
  })
})

async function textAtRest(): Promise<string> {
  const store = await openEmbeddedStore(folder.path)
  try {
    const { docs } = await loadBook(book, store.bookLog)
    return [...docs.values()].map((doc) => doc.getXmlFragment('body').toString()).join()
  } finally {
    await store.close()
  }
}
