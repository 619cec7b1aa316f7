import { problemCode, type Problem, type ProblemCode } from '@witboek/contract'
import { untrack } from 'svelte'
import { fetchProblemWords } from './books/problem-words.ts'

/** Longer (ms) nobody waits for one answer: a line that hangs counts as none. */
const patience = 8_000

/**
 * What one of our own doors answers, asked again and again. While the line is away, what was there stays, and asking goes on;
 * what has changed is seen at once when it is back.
 */
export class AskedAgain<Value> {
  value: Value
  /** The last time there was no answer. */
  lost = $state(false)
  /** Why the last answer was a no; `null` when it was none. */
  no: ProblemCode | null = $state.raw(null)
  private readonly path: string
  private readonly pause: (value: Value) => number
  private readonly heard: (value: Value) => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private running = false
  private asking = false
  private once = false

  /** `pause`: how long (ms) until it is asked the next time. `heard` is called with every answer, but not with the first value. */
  constructor(
    path: string,
    first: Value,
    pause: (value: Value) => number,
    heard: (value: Value) => void = () => undefined,
  ) {
    this.path = path
    this.pause = pause
    this.heard = heard
    this.value = $state.raw(first)
  }

  /** To be called when the page is there; answers how to stop. */
  start(): () => void {
    const now = () => void this.ask()
    const seen = () => document.visibilityState === 'visible' && now()
    this.running = true
    // Whoever starts it in an effect would start it anew with every answer.
    untrack(() => this.later())
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', seen)
    return () => {
      this.running = false
      clearTimeout(this.timer)
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', seen)
    }
  }

  /** Asks now. Asked for while an answer is under way, it asks once more after that. */
  async ask(): Promise<void> {
    this.once = true
    if (this.asking) return
    this.asking = true
    clearTimeout(this.timer)
    while (this.once) {
      this.once = false
      await this.askOnce()
    }
    this.asking = false
    this.later()
  }

  private async askOnce(): Promise<void> {
    try {
      const response = await fetch(this.path, { signal: AbortSignal.timeout(patience) })
      const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false
      if (response.ok) {
        ;[this.value, this.no, this.lost] = [(await response.json()) as Value, null, false]
        this.heard(this.value)
      } else if (isProblem && response.status < 500) {
        const problem = (await response.json()) as Problem
        await fetchProblemWords()
        ;[this.no, this.lost] = [problemCode(problem), false]
      } else this.lost = true
    } catch {
      this.lost = true
    }
  }

  private later(): void {
    clearTimeout(this.timer)
    if (this.running) this.timer = setTimeout(() => void this.ask(), this.pause(this.value))
  }
}
