import { monitorEventLoopDelay } from 'node:perf_hooks'

/** The loop is asked this often (ms) whether it is still there. */
const resolution = 5

/** How late a loop was for what it had to do (ms). */
export interface LoopDelay {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

/** Keeps an eye on the loop of this process, from the last `restart` on. */
export class LoopWatch {
  private readonly histogram = monitorEventLoopDelay({ resolution })

  constructor() {
    this.histogram.enable()
  }

  restart(): void {
    this.histogram.reset()
  }

  read(): LoopDelay {
    // The histogram holds the time between two questions: what is over the resolution is delay.
    const ms = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution)
    const { histogram } = this
    if (histogram.count === 0) return { p50: 0, p99: 0, max: 0 }
    return { p50: ms(histogram.percentile(50)), p99: ms(histogram.percentile(99)), max: ms(histogram.max) }
  }
}
