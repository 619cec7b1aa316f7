import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { aDatabase, aPostgres, aRedis, aWitboek, type ThrowawayServer } from '@witboek/testkit/servers'
import { moreExpertsIn, setUpIn, type Kit } from './kit.ts'

/** One server in a town, and whether it serves. */
class TownServer {
  readonly address: string
  readonly process: ThrowawayServer
  up = true

  constructor(process: ThrowawayServer) {
    this.process = process
    this.address = process.url
  }

  /** The most memory that its process has held so far (bytes), as the system counts it; 0 when there is none. */
  get peakMemory(): number {
    const { pid } = this.process
    if (pid === null) return 0
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  }

  async kill(): Promise<void> {
    this.up = false
    await this.process.kill()
  }

  /** Asks it to go: it lets its people go, saves everything, and ends. */
  async end(): Promise<void> {
    this.up = false
    await this.process.end()
  }

  async start(): Promise<void> {
    await this.process.restart()
    this.up = true
  }

  /** Hangs: no answer, and no goodbye to anyone. People are sent elsewhere as soon as that is noticed. */
  pause(): void {
    this.process.pause()
    this.up = false
  }

  resume(): void {
    this.process.resume()
    this.up = true
  }
}

/** What stands in a server room. */
export interface Town {
  readonly servers: readonly TownServer[]
  readonly postgres: ThrowawayServer | null
  readonly redis: ThrowawayServer | null
  /** The address of this server, or of one that serves when this one does not: what a proxy would choose. */
  addressNear(server: number): string
  /** Reads what is at rest; with a folder only while no server has it. */
  reads<Value>(read: (store: Store) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

/** One server on a folder: what serves a town by default. `moreExperts`: per theme, beside those of the example. */
export async function aSmallTown(kit: Kit, { moreExperts = 0 } = {}): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-fault-town-'))
  cpSync(kit.data, folder, { recursive: true })
  if (moreExperts > 0) await moreExpertsIn({ DATA_DIR: folder }, moreExperts)
  const environment = { DATA_DIR: folder, NODE_COMPILE_CACHE: kit.compiled }
  const servers = [new TownServer(await aWitboek({ main: kit.main, environment }))]
  return {
    ...townOf(servers, () => openEmbeddedStore(folder)),
    postgres: null,
    redis: null,
    async close() {
      for (const server of servers) await server.process.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Several servers on one PostgreSQL and one Redis. */
export async function aLargeTown(kit: Kit, count: number, { moreExperts = 0 } = {}): Promise<Town> {
  const [postgres, redis] = await Promise.all([aPostgres(), aRedis()])
  const started: ThrowawayServer[] = [postgres, redis]
  try {
    const database = await aDatabase(postgres.url)
    const environment = { DATABASE_URL: database, REDIS_URL: redis.url, NODE_COMPILE_CACHE: kit.compiled }
    await setUpIn(environment)
    if (moreExperts > 0) await moreExpertsIn(environment, moreExperts)
    const servers: TownServer[] = []
    for (let i = 0; i < count; i++) {
      const server = await aWitboek({ main: kit.main, environment })
      started.push(server)
      servers.push(new TownServer(server))
    }
    return {
      ...townOf(servers, () => openPostgresStore(database)),
      postgres,
      redis,
      async close() {
        for (const server of started.toReversed()) await server.stop()
      },
    }
  } catch (cause) {
    for (const server of started.toReversed()) await server.stop()
    throw cause
  }
}

function townOf(
  servers: readonly TownServer[],
  open: () => Promise<Store>,
): Pick<Town, 'servers' | 'addressNear' | 'reads'> {
  return {
    servers,
    addressNear(server) {
      const first = server % servers.length
      const inOrder = [...servers.slice(first), ...servers.slice(0, first)]
      return (inOrder.find(({ up }) => up) ?? (inOrder[0] as TownServer)).address
    },
    async reads(read) {
      const store = await open()
      return read(store).finally(() => store.close())
    },
  }
}
