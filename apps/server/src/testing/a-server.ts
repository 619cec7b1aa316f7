import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { takeSeat } from '@witboek/testkit'
import { openLog } from '../log.ts'
import { readSettings, type Settings } from '../settings.ts'
import { startServer, type RunningServer } from '../wiring.ts'

export const aFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'witboek-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface TestServer extends RunningServer {
  readonly ws: string
  /** What the person on duty can read back. */
  readonly log: readonly LogLine[]
  /** A cookie for one of the example's people. */
  seat(person: string): Promise<string>
  /** Stops the server, and reads what it leaves in its folder or its database. */
  leaves<Value>(read: (store: Store) => Promise<Value>): Promise<Value>
}

export interface LogLine {
  readonly msg: string
  readonly [detail: string]: unknown
}

export interface ServerPlan {
  /** What its store holds already when it starts; the example comes beside it. */
  readonly before?: (store: Store) => Promise<void>
}

/** A real server in this process, with the example, on a free port of the loopback. */
export async function aServer(
  environment: Record<string, string> = {},
  { before }: ServerPlan = {},
): Promise<TestServer> {
  const folder = aFolder()
  const settings = readSettings(
    { PORT: '0', WEB: 'none', LOG_LEVEL: 'info', DATA_DIR: folder.path, ...environment },
    folder.path,
  )
  if (before) await inStore(settings, before)
  const log: LogLine[] = []
  const server = await startServer(
    settings,
    openLog(settings.logLevel, { write: (line) => void log.push(JSON.parse(line) as LogLine) }),
  )
  let stopping: Promise<void> | null = null
  const stop = () => (stopping ??= server.close())
  return {
    ...server,
    ws: server.address.replace('http', 'ws'),
    log,
    seat: (person) => takeSeat(server.address, person),
    async leaves(read) {
      await stop()
      return inStore(settings, read)
    },
    async close() {
      await stop()
      folder.remove()
    },
  }
}

/** While no server has the folder; a database may have several. */
async function inStore<Value>(
  { databaseUrl, dataFolder }: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  work: (store: Store) => Promise<Value>,
): Promise<Value> {
  const store = await (databaseUrl === null ? openEmbeddedStore(dataFolder) : openPostgresStore(databaseUrl))
  return work(store).finally(() => store.close())
}

export interface ServerProcess {
  readonly child: ChildProcess
  readonly address: string
  /** Everything it said on either channel so far. */
  readonly said: () => string
}

/** The server as a process of its own, as `npm start` runs it; resolves once it says that it is ready. */
export async function aServerProcess(
  environment: Record<string, string>,
  main: string = mainFile,
): Promise<ServerProcess> {
  const { child, said, ended } = run(environment, main)
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /is ready: (\S+)/.exec(said())?.[1]
      if (address) resolve({ child, address, said })
    })
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${said()}`)))
  })
}

/** Runs the server until it ends by itself: for starts that must fail. */
export async function aFailedStart(
  environment: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const { said, ended } = run(environment, mainFile)
  return { code: await ended, said: said() }
}

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url))

function run(environment: Record<string, string>, main: string) {
  const env = { ...process.env, WEB: 'none', LOG_LEVEL: 'silent', ...environment }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, said: () => output, ended }
}
