import { endedLocks, type LockFact, type Manifest } from '@witboek/domain'
import type { Clock } from '../clock.ts'

/** Timers cannot wait longer (ms); a lock that ends later is simply looked at again. */
const longestWait = 2 ** 31 - 1

/** Watches for locks that come to their end by the server's clock (LOCK-4). */
export class LockWatch {
  private readonly clock: Clock
  private readonly ended: (facts: readonly LockFact[]) => void
  private stopWaiting: (() => void) | null = null

  constructor(clock: Clock, ended: (facts: readonly LockFact[]) => void) {
    this.clock = clock
    this.ended = ended
  }

  /** To be called with every new state of the locks. */
  look(manifest: Manifest): void {
    this.stop()
    const now = this.clock.now()
    const { facts, next } = endedLocks(manifest, now)
    if (next !== null) this.stopWaiting = this.clock.after(Math.min(next - now, longestWait), () => this.look(manifest))
    if (facts.length > 0) this.ended(facts)
  }

  stop(): void {
    this.stopWaiting?.()
    this.stopWaiting = null
  }
}
