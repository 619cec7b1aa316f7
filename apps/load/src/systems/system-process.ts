import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onCores } from '../generator/cores.ts'
import { markProcess, type ProcessMark } from '../measure/processes.ts'
import type { ReporterAnswer, ReporterAsks, ReporterMessage } from './reporter.ts'

interface SystemCommand {
  /** What Node runs. */
  readonly main: string
  readonly environment: Readonly<Record<string, string>>
  readonly cores: readonly number[]
  /** What it says once it can be spoken to; the first group is its address. */
  readonly ready: RegExp
  readonly nodeOptions?: readonly string[]
}

/** It must be there within this time (ms) and gone within that; for an answer it is given a third. */
const startMax = 60_000
const stopMax = 20_000
const answerMax = 10_000

const reporter = fileURLToPath(new URL('reporter.ts', import.meta.url))

/** A server under test in a process of its own, with a reporter beside it. */
export class SystemProcess {
  readonly address: string
  /** From starting the process until it said that it is ready (ms). */
  readonly readyAfter: number
  private readonly child: ChildProcess
  private asked = 1

  private constructor(child: ChildProcess, address: string, readyAfter: number) {
    this.child = child
    this.address = address
    this.readyAfter = readyAfter
  }

  static async start({ main, environment, cores, ready, nodeOptions = [] }: SystemCommand): Promise<SystemProcess> {
    const startedAt = performance.now()
    const node = [process.execPath, ...nodeOptions, '--import', reporter, main]
    const [command = process.execPath, ...args] = onCores(cores, node)
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let said = ''
    return new Promise((resolve, reject) => {
      const failed = (why: string) => reject(new Error(`${main} ${why}: ${said.slice(-2_000)}`))
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        failed('did not become ready')
      }, startMax)
      const hears = (data: Buffer): void => {
        said = (said + data.toString()).slice(-10_000)
        const address = ready.exec(said)?.[1]
        if (address === undefined) return
        clearTimeout(timer)
        resolve(new SystemProcess(child, address, performance.now() - startedAt))
      }
      child.stdout?.on('data', hears)
      child.stderr?.on('data', hears)
      child.once('exit', (code) => {
        clearTimeout(timer)
        failed(`ended with ${code}`)
      })
    })
  }

  mark(): ProcessMark | null {
    return this.child.pid === undefined ? null : markProcess(this.child.pid)
  }

  /**
   * What the process says of its own loop and memory; with `collect` after it threw away what it no longer needs. `null`:
   * it is so busy that it does not even answer this.
   */
  asks(what: ReporterAsks): Promise<ReporterAnswer | null> {
    return new Promise((resolve, reject) => {
      if (!this.child.connected) return reject(new Error('the server is gone'))
      const id = this.asked++
      const over = (answer: ReporterAnswer | null): void => {
        clearTimeout(timer)
        this.child.off('message', hears)
        resolve(answer)
      }
      const hears = (answer: unknown): void => {
        if ((answer as ReporterAnswer).id === id) over(answer as ReporterAnswer)
      }
      const timer = setTimeout(() => over(null), answerMax)
      this.child.on('message', hears)
      this.child.send({ id, asks: what } satisfies ReporterMessage)
    })
  }

  /** `SIGTERM`: it gets the time to save everything; `SIGKILL`: what it holds is not needed any more. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMax)
    await ended
    clearTimeout(timer)
  }
}
