import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Witboek {
  readonly address: string
  /** Asks it to stop, and waits until it has; answers the code it ended with. */
  stop(): Promise<number | null>
}

/** A real server with the example in a process of its own, on a free port of the loopback, with a folder that goes with it. */
export async function aWitboek(environment: Readonly<Record<string, string>> = {}): Promise<Witboek> {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-'))
  const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
  const env = { ...process.env, PORT: '0', WEB: 'none', LOG_LEVEL: 'silent', DATA_DIR: folder, ...environment }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (data: Buffer): void => {
      said += data.toString()
      const [, found] = /is ready: (\S+)/.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    address,
    async stop() {
      child.kill('SIGTERM')
      const code = await ended
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}
