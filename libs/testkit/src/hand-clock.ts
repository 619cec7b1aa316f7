import type { Clock } from '@witboek/book'
import type { Instant } from '@witboek/domain'

/** A clock that a spec turns by hand: nothing happens by waiting. */
export class HandClock implements Clock {
  private time: number
  private calls: { at: number; callback: () => void }[] = []

  /** 1 April 2011, 20:00 in Amsterdam, unless told otherwise. */
  constructor(at = 1_301_680_800_000) {
    this.time = at
  }

  now(): Instant {
    return this.time as Instant
  }

  after(ms: number, callback: () => void): () => void {
    const call = { at: this.time + ms, callback }
    this.calls.push(call)
    return () => {
      this.calls = this.calls.filter((other) => other !== call)
    }
  }

  /** Moves the time on and makes the calls that are due, in order. Answers how many that were. */
  turn(ms: number): number {
    const until = this.time + ms
    let made = 0
    for (;;) {
      const next = this.calls.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.calls = this.calls.filter((call) => call !== next)
      this.time = Math.max(this.time, next.at)
      next.callback()
      made += 1
    }
    this.time = until
    return made
  }
}
