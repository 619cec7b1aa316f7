import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aPortToKeep } from '@witboek/testkit/servers'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** The server as people run it, in a process of its own, with a folder of its own. */
export class House {
  private child: ChildProcess | null = null
  private readonly folder = mkdtempSync(join(tmpdir(), 'witboek-e2e-'))
  private readonly environment: Record<string, string>
  private port: number | null = null
  address = ''

  constructor(environment: Record<string, string> = {}) {
    this.environment = environment
  }

  /** Opens the doors; the second time on the same port and folder. */
  async open(): Promise<this> {
    this.port ??= await aPortToKeep()
    const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
      cwd: repository,
      env: { ...process.env, DATA_DIR: this.folder, PORT: String(this.port), LOG_LEVEL: 'warn', ...this.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.child = child
    this.address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString()
        const address = /is ready: (\S+)/.exec(said)?.[1]
        if (address) resolve(address)
      })
      child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    })
    return this
  }

  /** Closes politely (SIGTERM), or as a power cut does (SIGKILL). */
  async close(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** Closes, and clears away what it kept. */
  async remove(): Promise<void> {
    await this.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
