import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PdfLimits } from './limits.ts'
import type { Rendered } from './renderer.ts'
import { residentMemory } from './resident-memory.ts'

/** The file or the objections; or that it was stopped at a limit, or ended by itself. */
export type RenderOutcome = Rendered | 'too-slow' | 'too-large' | 'gone'

export const rendererProgram = fileURLToPath(new URL('renderer.ts', import.meta.url))

/** How often it is seen how much a process holds (ms). Typst takes some 40 MB in that time. */
const watchEvery = 100

/** One process that makes PDFs, from its start to its end. It is asked for the next document after it answered the last. */
export class RendererProcess {
  private readonly child: ChildProcess
  private readonly ended: Promise<void>
  private over = false
  private said = ''
  private count = 0

  constructor(program: string) {
    // Nothing of the server's own: no settings, no secrets, none of its channels.
    this.child = fork(program, [], {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.child.stderr?.on('data', (bytes: Buffer) => {
      this.said = (this.said + bytes.toString()).slice(-2_000)
    })
    this.ended = new Promise((resolve) => {
      const end = (): void => {
        this.over = true
        resolve()
      }
      this.child.once('close', end)
      this.child.once('error', (cause) => {
        this.said += String(cause)
        end()
      })
    })
  }

  /** It is of no more use. */
  get finished(): boolean {
    return this.over
  }

  /** How many documents it answered. */
  get answered(): number {
    return this.count
  }

  get id(): number | undefined {
    return this.child.pid
  }

  /** In bytes; 0 where the system does not tell. */
  get memory(): number {
    return this.id === undefined ? 0 : (residentMemory(this.id) ?? 0)
  }

  /** What it wrote to its error channel. */
  get lastWords(): string {
    return this.said.trim()
  }

  render(json: string, { timeMax, memoryMax }: PdfLimits): Promise<RenderOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: RenderOutcome): void => {
        clearTimeout(timer)
        clearInterval(watch)
        this.child.off('message', hear)
        resolve(outcome)
      }
      const hear = (answer: unknown): void => {
        this.count++
        settle(answer as Rendered)
      }
      const stop = (why: 'too-slow' | 'too-large'): void => {
        this.kill()
        settle(why)
      }
      const timer = setTimeout(() => stop('too-slow'), timeMax)
      const watch = setInterval(() => {
        if (this.memory > memoryMax) stop('too-large')
      }, watchEvery)
      this.child.on('message', hear)
      void this.ended.then(() => settle('gone'))
      // One that ended meanwhile hears nothing; its end is the answer.
      this.child.send(json, () => undefined)
    })
  }

  /** At once: it holds nothing that anybody needs. */
  end(): Promise<void> {
    this.kill()
    return this.ended
  }

  private kill(): void {
    this.over = true
    this.child.kill('SIGKILL')
  }
}
