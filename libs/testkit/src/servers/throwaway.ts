import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

/** How a server is run in the foreground, on a folder and a port of its own. */
interface Program {
  readonly command: string
  readonly args: readonly string[]
  /** What it says when it serves. */
  readonly ready: RegExp
  /** Asks it to end in order. */
  readonly endSignal: NodeJS.Signals
  /** Who it runs as, when not as this user. */
  readonly as?: { readonly uid: number; readonly gid: number } | undefined
  /** Its own: removed when it stops. */
  readonly folder: string
  /** Beside what this process has. */
  readonly environment?: Readonly<Record<string, string>>
}

/** A real server for tests, which can be hurt: its url stays the same through all of it. */
export class ThrowawayServer {
  readonly url: string
  private readonly program: Program
  private child: ChildProcess | null = null

  private constructor(url: string, program: Program) {
    this.url = url
    this.program = program
  }

  static async start(url: string, program: Program): Promise<ThrowawayServer> {
    const server = new ThrowawayServer(url, program)
    running.add(server)
    try {
      await server.begin()
    } catch (cause) {
      await server.stop()
      throw cause
    }
    return server
  }

  /** The id of its process while it runs. */
  get pid(): number | null {
    return this.child?.pid ?? null
  }

  /** Ends it in order and removes its folder. */
  async stop(): Promise<void> {
    running.delete(this)
    await this.end()
    rmSync(this.program.folder, { recursive: true, force: true })
  }

  /** Ends it in order. Its folder stays, to be looked into, or for `restart`. */
  async end(): Promise<void> {
    await this.endBy(this.program.endSignal)
  }

  /** What a crash does: no goodbye, nothing written any more. Its folder stays, for `restart`. */
  async kill(): Promise<void> {
    await this.endBy('SIGKILL')
  }

  /** It answers nothing any more, and its connections stay open: a machine that hangs. */
  pause(): void {
    this.signalAll('SIGSTOP')
  }

  resume(): void {
    this.signalAll('SIGCONT')
  }

  /** Comes up again on the same port and folder; when it still runs, it ends in order first. */
  async restart(): Promise<void> {
    await this.end()
    await this.begin()
  }

  private async begin(): Promise<void> {
    const { command, args, ready, as, folder, environment } = this.program
    const env = { ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C', ...environment }
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], ...as })
    this.child = child
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const hears = (data: Buffer) => {
        // A server that serves may say what it likes: only its first words are kept.
        if (said.length < 100_000) said += data.toString()
        if (ready.test(said)) resolve()
      }
      child.stdout.on('data', hears)
      child.stderr.on('data', hears)
      child.once('error', reject)
      child.once('close', (code) => {
        reject(new Error(`${command} ended with ${code}:\n${said}`))
        // By itself: what fails now fails for that reason.
        if (this.child === child) process.stderr.write(`${command} ended by itself with ${code}:\n${said}\n`)
      })
    })
  }

  private async endBy(signal: NodeJS.Signals): Promise<void> {
    const { child } = this
    this.child = null
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('close', resolve))
    const family = [child.pid, ...childrenOf(child.pid)]
    // Whoever is paused hears nothing but SIGKILL. PostgreSQL's children would live on for a moment: a crash spares nobody.
    for (const pid of signal === 'SIGKILL' ? family : [child.pid]) send(pid, signal)
    for (const pid of family) send(pid, 'SIGCONT')
    await ended
  }

  private signalAll(signal: NodeJS.Signals): void {
    const pid = this.child?.pid
    if (!pid) throw new Error('the server does not run')
    // The parent first: it can have no new children then.
    send(pid, signal)
    for (const child of childrenOf(pid)) send(child, signal)
  }

  /** This process ends, whatever the reason: nothing of the server stays behind. */
  abandon(): void {
    const pid = this.child?.pid
    if (pid) for (const each of [pid, ...childrenOf(pid)]) send(each, 'SIGKILL')
    rmSync(this.program.folder, { recursive: true, force: true })
  }
}

const running = new Set<ThrowawayServer>()
process.on('exit', () => {
  for (const server of running) server.abandon()
})

/** The processes that this one started, as Linux knows them. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone already.
  }
}
