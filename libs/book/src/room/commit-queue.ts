import type { BookEntry } from '@witboek/domain'
import type { Clock } from '../clock.ts'

/** Something that waits for durability: rows to write (none: it only waits for those before it), and what follows then. */
export interface Waiting {
  readonly entries: readonly BookEntry[]
  /** Called in order, once everything up to and including these entries is durable; `seq` is the number of the last one. */
  readonly then: (seq: number) => void
}

/** Commits start at least this far apart (ms): a lone writer is served at once, thirty writers share one commit. */
const commitPause = 10

/**
 * Group commit: what arrives while a commit is under way goes into the next one. Nothing that follows from an entry
 * (an acknowledgement, a message to others) happens before its commit has come back (I1).
 */
export class CommitQueue {
  private waiting: Waiting[] = []
  private busy = false
  private stopped = false
  private lastStart = -Infinity
  private idle: (() => void)[] = []
  private readonly io: {
    readonly clock: Clock
    readonly commit: (entries: readonly BookEntry[]) => Promise<number>
    /** After each commit, when all that followed from its entries has been done. */
    readonly committed: (entries: readonly BookEntry[], seq: number) => void
    /** The commit failed for good: nothing that waits will happen. */
    readonly failed: (cause: unknown) => void
    /** Right before the commit: the documents hold exactly what will be durable when it comes back. */
    readonly starting: (entries: readonly BookEntry[]) => void
  }
  private head: number

  constructor(head: number, io: CommitQueue['io']) {
    this.head = head
    this.io = io
  }

  /** The number of the last durable entry. */
  get durable(): number {
    return this.head
  }

  add(waiting: Waiting): void {
    if (this.stopped) return
    if (waiting.entries.length === 0 && this.quiet) {
      waiting.then(this.head)
      return
    }
    this.waiting.push(waiting)
    this.start()
  }

  /** Resolves when nothing is waiting any more, also when that is because the queue failed. */
  settled(): Promise<void> {
    if (this.stopped || this.quiet) return Promise.resolve()
    return new Promise((resolve) => this.idle.push(resolve))
  }

  get quiet(): boolean {
    return !this.busy && this.waiting.length === 0
  }

  /** What waits now will not happen; a commit under way may still land. */
  stop(): void {
    this.stopped = true
    this.waiting = []
  }

  private start(): void {
    if (this.busy || this.waiting.length === 0) return
    this.busy = true
    const pause = Math.max(0, this.lastStart + commitPause - this.io.clock.now())
    this.io.clock.after(pause, () => void this.commit())
  }

  private async commit(): Promise<void> {
    this.lastStart = this.io.clock.now()
    const batch = this.waiting
    this.waiting = []
    const entries = batch.flatMap((waiting) => waiting.entries)
    try {
      if (entries.length > 0) {
        this.io.starting(entries)
        const first = this.head
        this.head = await this.io.commit(entries)
        this.tell(batch, first)
        this.io.committed(entries, this.head)
      } else this.tell(batch, this.head)
    } catch (cause) {
      this.stop()
      this.io.failed(cause)
    }
    this.busy = false
    this.start()
    if (!this.busy) for (const resolve of this.idle.splice(0)) resolve()
  }

  private tell(batch: readonly Waiting[], before: number): void {
    let seq = before
    for (const { entries, then } of batch) {
      seq += entries.length
      then(seq)
    }
  }
}
