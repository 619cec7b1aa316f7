import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aPortToKeep } from './port.ts'
import { ThrowawayServer } from './throwaway.ts'

export interface WitboekPlan {
  /** The file to run, when not the server's `main.ts`: the whole of it in one file. */
  readonly main?: string
  /** Its settings; without `DATA_DIR` it gets a folder of its own, and a free port to keep. */
  readonly environment?: Readonly<Record<string, string>>
}

/** As `npm start` runs it. */
export const witboekMain = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url))

/** The server as a process of its own, as `npm start` runs it, without pages and without a log. */
export async function aWitboek({ main = witboekMain, environment = {} }: WitboekPlan = {}): Promise<ThrowawayServer> {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-server-'))
  const port = await aPortToKeep()
  return ThrowawayServer.start(`http://127.0.0.1:${port}`, {
    command: process.execPath,
    args: [main],
    ready: /is ready: \S+/,
    endSignal: 'SIGTERM',
    folder,
    environment: {
      HOST: '127.0.0.1',
      PORT: String(port),
      WEB: 'none',
      LOG_LEVEL: 'silent',
      DATA_DIR: join(folder, 'data'),
      ...environment,
    },
  })
}
