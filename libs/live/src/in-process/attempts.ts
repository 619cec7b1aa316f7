import type { AttemptLimit, Attempts } from '../ports.ts'

/** More names than this are not remembered at once: the oldest go first, so that nobody fills the memory with new ones. */
const namesMax = 50_000

/** Attempts on this server. `now` (ms) rises, whatever the clock on the wall does. */
export class InProcessAttempts implements Attempts {
  private readonly windows = new Map<string, { count: number; readonly ends: number }>()
  private readonly now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  take(name: string, { max, within }: AttemptLimit): Promise<number> {
    const now = this.now()
    const known = this.windows.get(name)
    const window = known && known.ends > now ? known : { count: 0, ends: now + within }
    this.windows.delete(name)
    this.windows.set(name, window)
    const [oldest] = this.windows.keys()
    if (this.windows.size > namesMax && oldest !== undefined) this.windows.delete(oldest)
    window.count += 1
    return Promise.resolve(window.count <= max ? 0 : Math.ceil(window.ends - now))
  }

  left(name: string, { max }: AttemptLimit): Promise<number> {
    const now = this.now()
    const window = this.windows.get(name)
    return Promise.resolve(window && window.ends > now && window.count >= max ? Math.ceil(window.ends - now) : 0)
  }
}
