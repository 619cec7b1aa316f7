import type { Instant } from '@witboek/domain'

/** Time as a room sees it: handed in, so that specs turn it by hand. */
export interface Clock {
  now(): Instant
  /** Calls back once after at least `ms` milliseconds; the answer takes that back. */
  after(ms: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now() as Instant,
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
