import type { BookEntry } from '@witboek/domain'
import type { Clock } from '../clock.ts'

/** Something that waits for durability: rows to write (none: it only waits for those before it), and what follows then. */
export interface Waiting {
  readonly entries: readonly BookEntry[]
  /** Called in order, once everything up to and including these entries is durable; `seq` is the number of the last one. */
  readonly then: (seq: number) => void
  /**
   * Another server was first, and what this was decided on is no longer so: all that waits is first undone and then, in
   * its old order, decided again. `again` adds to the queue what comes of it, if anything does.
   */
  readonly undo?: () => void
  readonly again: () => void
  /** It only reads: what others record is taken into what was read, by reading once more. */
  readonly reads?: () => Read
}

/** Something read from the documents: what is to be done with it once all of that is durable. */
type Read = (seq: number) => void

interface Io {
  readonly clock: Clock
  /** Commits start at least this far apart (ms). */
  readonly pause: () => number
  /** Writes on from number `head`, or writes nothing because the log has moved on: `ok: false`. */
  readonly commit: (
    entries: readonly BookEntry[],
    head: number,
  ) => Promise<{ readonly ok: boolean; readonly head: number }>
  /** After each commit, when all that followed from its entries has been done. */
  readonly committed: (entries: readonly BookEntry[], seq: number) => void
  /** The commit failed for good: nothing that waits will happen. */
  readonly failed: (cause: unknown) => void
  /** Right before the commit: the documents hold exactly what will be durable when it comes back. */
  readonly starting: (entries: readonly BookEntry[]) => void
  /** The commit that was starting has not happened: others were first. */
  readonly notStarted: () => void
  /** Takes in what others have recorded, up to where the log is now, and calls `movedTo`. */
  readonly catchUp: () => Promise<void>
}

/**
 * Group commit: what arrives while a commit is under way goes into the next one. Nothing that follows from an entry
 * (an acknowledgement, a message to others) happens before its commit has come back (I1). A commit is written on from the
 * very number everything in it was decided at; when another server was first, the queue catches up before it tries again (I3).
 */
export class CommitQueue {
  private waiting: Waiting[] = []
  private busy = false
  private behind = false
  private stopped = false
  private lastStart = -Infinity
  private idle: (() => void)[] = []
  private readonly io: Io
  private head: number

  constructor(head: number, io: Io) {
    this.head = head
    this.io = io
  }

  /** The number of the last durable entry. */
  get durable(): number {
    return this.head
  }

  /** The entries that are decided and not yet durable, in order. */
  get undecided(): readonly BookEntry[] {
    return this.waiting.flatMap(({ entries }) => entries)
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

  /** Reads from the documents as they are now; what `reads` answers is called once all of that is durable. */
  read(reads: () => Read): void {
    this.add({ entries: [], then: reads(), again: () => this.read(reads), reads })
  }

  /** What others recorded is in the documents now: what was read before has to hold that, too. */
  readAgain(): void {
    this.waiting = this.waiting.map((waiting) => (waiting.reads ? { ...waiting, then: waiting.reads() } : waiting))
  }

  /** Others have written in the log: catch up before anything else. */
  fallBehind(): void {
    this.behind = true
    this.start()
  }

  /** What others recorded has been taken in, up to this number. */
  movedTo(head: number): void {
    this.head = head
  }

  /** What waits is decided again, on what is known now. Only while catching up. */
  decideAgain(): void {
    const waiting = this.waiting
    this.waiting = []
    for (const { undo } of waiting.toReversed()) undo?.()
    for (const { again } of waiting) again()
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
    if (this.busy || this.stopped || (this.waiting.length === 0 && !this.behind)) return
    this.busy = true
    void this.work()
  }

  private async work(): Promise<void> {
    try {
      while (!this.stopped && (this.behind || this.waiting.length > 0)) {
        if (!this.behind) await this.pause()
        if (this.behind) {
          this.behind = false
          await this.io.catchUp()
        } else await this.commit()
      }
    } catch (cause) {
      this.stop()
      this.io.failed(cause)
    }
    this.busy = false
    for (const resolve of this.idle.splice(0)) resolve()
  }

  private pause(): Promise<void> {
    const ms = Math.max(0, this.lastStart + this.io.pause() - this.io.clock.now())
    return new Promise((resolve) => void this.io.clock.after(ms, resolve))
  }

  private async commit(): Promise<void> {
    this.lastStart = this.io.clock.now()
    const batch = this.waiting
    this.waiting = []
    const entries = batch.flatMap((waiting) => waiting.entries)
    const before = this.head
    if (entries.length > 0) {
      this.io.starting(entries)
      const { ok, head } = await this.io.commit(entries, before)
      // Nobody was first, and still it is refused: trying again would never end.
      if (!ok && head <= before) throw new Error(`the log refuses an entry after ${before}, its last`)
      if (!ok) {
        this.waiting = [...batch, ...this.waiting]
        this.behind = true
        return this.io.notStarted()
      }
      this.head = head
    }
    this.tell(batch, before)
    if (entries.length > 0) this.io.committed(entries, this.head)
  }

  private tell(batch: readonly Waiting[], before: number): void {
    let seq = before
    for (const { entries, then } of batch) {
      seq += entries.length
      then(seq)
    }
  }
}
