import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { aFolder } from './folder.ts'
import { wireOf } from './names.ts'
import type { RunningSystem } from './running-system.ts'
import { Seats } from './seats.ts'
import { SystemProcess } from './system-process.ts'

const server = (file: string): string => fileURLToPath(new URL(`../../../server/src/${file}`, import.meta.url))

interface WitboekOptions {
  readonly cores: readonly number[]
  /** Experts per theme beside those of the example; 0: as `npm start` has it. */
  readonly moreExperts: number
  /** Books (each of a theme of its own) beside the eight of the example. */
  readonly moreBooks: number
  readonly nodeOptions?: readonly string[]
}

/**
 * The real server, in a process of its own on a fresh folder, as it starts for a town: the guard judges every edit and
 * nothing is acknowledged before it is durable. DATABASE_URL and REDIS_URL, when set, are its own affair.
 */
export async function startWitboek(options: WitboekOptions): Promise<RunningSystem> {
  const folder = aFolder()
  const environment = {
    HOST: '127.0.0.1',
    PORT: '0',
    WEB: 'none',
    LOG_LEVEL: 'silent',
    EXAMPLE: 'on',
    DATA_DIR: folder.path,
  }
  const start = () =>
    SystemProcess.start({
      main: server('main.ts'),
      environment,
      cores: options.cores,
      ready: /is ready: (\S+)/,
      nodeOptions: options.nodeOptions ?? [],
    })
  if (options.moreExperts > 0 || options.moreBooks > 0) await fill(environment, options)
  let process = await start()
  const address = () => process.address.replace('localhost', '127.0.0.1')
  const seats = await Seats.of(address())
  return {
    name: 'witboek',
    books: seats.books.length,
    get process() {
      return process
    },
    server: () => asWebSocket(address()),
    place: (book, as) => placeOf(seats, address(), book, as),
    async restart() {
      await process.stop('SIGTERM')
      process = await start()
      return process.readyAfter
    },
    async stop() {
      await process.stop('SIGKILL')
      folder.remove()
    },
  }
}

/** Servers that run already, with the example on: people are dealt over them, and log in at the first. */
export async function joinWitboek(addresses: readonly string[]): Promise<RunningSystem> {
  const [first] = addresses
  if (first === undefined) throw new Error('no server to join')
  const seats = await Seats.of(first)
  let next = 0
  return {
    name: 'witboek',
    books: seats.books.length,
    process: null,
    server: () => asWebSocket(first),
    place: (book, as) => placeOf(seats, addresses[next++ % addresses.length] ?? first, book, as),
    restart: () => Promise.reject(new Error('servers that run elsewhere are not restarted from here')),
    stop: () => Promise.resolve(),
  }
}

const asWebSocket = (address: string): string => address.replace('http', 'ws')

async function placeOf(seats: Seats, address: string, book: number, as: 'writer' | 'reader') {
  const cookie = await (as === 'writer' ? seats.writer(book) : seats.reader())
  const room = seats.books[book % seats.books.length] as string
  return { server: asWebSocket(address), wire: wireOf.witboek, room, cookie }
}

/** More people and books than the example has, put into the data folder before the start. */
async function fill(environment: Readonly<Record<string, string>>, { moreExperts, moreBooks }: WitboekOptions) {
  const args = [server('testing/full-hall.ts'), String(moreExperts), String(moreBooks)]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`the hall could not be filled: ${said}`)
}
