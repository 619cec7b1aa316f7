import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aFolder } from './folder.ts'
import { wireOf, type SystemName } from './names.ts'
import type { RunningSystem } from './running-system.ts'
import { SystemProcess } from './system-process.ts'

type PeerName = Exclude<SystemName, 'witboek'>

const mains: Readonly<Record<PeerName, string>> = {
  relay: '../peers/relay.ts',
  'relay-tick': '../peers/relay.ts',
  'y-websocket': '../peers/y-websocket.ts',
  'y-websocket-leveldb': '../peers/y-websocket.ts',
  hocuspocus: '../peers/hocuspocus.ts',
}

const environments: Readonly<Record<PeerName, (folder: string) => Record<string, string>>> = {
  relay: () => ({ TICK: '0' }),
  'relay-tick': () => ({ TICK: '10' }),
  'y-websocket': () => ({}),
  'y-websocket-leveldb': (folder) => ({ YPERSISTENCE: join(folder, 'leveldb') }),
  hocuspocus: (folder) => ({ DATA_DIR: folder }),
}

interface PeerOptions {
  readonly cores: readonly number[]
  readonly books: number
  readonly nodeOptions?: readonly string[]
}

/** One of the others, on the same machine and under the same people. A book is one document there. */
export async function startPeer(
  name: PeerName,
  { cores, books, nodeOptions = [] }: PeerOptions,
): Promise<RunningSystem> {
  const folder = aFolder()
  const start = () =>
    SystemProcess.start({
      main: fileURLToPath(new URL(mains[name], import.meta.url)),
      environment: environments[name](folder.path),
      cores,
      ready: /ready: (\S+)/,
      nodeOptions,
    })
  let process = await start()
  const server = () => process.address.replace('http', 'ws')
  return {
    name,
    books,
    get process() {
      return process
    },
    server,
    place: (book) => Promise.resolve({ server: server(), wire: wireOf[name], room: `book-${book}`, cookie: null }),
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
