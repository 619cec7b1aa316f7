import type { BookEntry, BookId, Instant, PersonId, SectionId } from '@witboek/domain'
import { setTimeout as pause } from 'node:timers/promises'
import type { BookLog } from '../src/index.ts'

const person = 'person-noor' as PersonId
const section = 'section-pool' as SectionId
const fact = { type: 'section:renamed', section, heading: 'Zwembad' } as const

/** Commits of a room start at least this far apart (ms), as in `commit-queue.ts` of `libs/book`. */
const commitPause = 10

/** About what a burst of letters is. */
const size = 60

interface Waiting {
  readonly kind: 'edit' | 'fact'
  readonly since: number
  readonly done: (seq: number) => void
}

/** What a room is to the log: one append at a time with all that waits; when the log has moved on it catches up and tries again. */
export class BenchRoom {
  /** How long each edit waited (ms). */
  readonly waits: number[] = []
  conflicts = 0
  private readonly log: BookLog
  private readonly book: BookId
  private head = 0
  /** The number of the last fact that this server knows. */
  private lastFact = 0
  private waiting: Waiting[] = []
  private busy = false
  private lastStart = 0

  constructor(log: BookLog, book: BookId) {
    this.log = log
    this.book = book
  }

  /** Answers its number in the sequence, once it is durable. */
  write(kind: Waiting['kind']): Promise<number> {
    return new Promise((done) => {
      this.waiting.push({ kind, since: performance.now(), done })
      if (!this.busy) void this.commit()
    })
  }

  private async commit(): Promise<void> {
    this.busy = true
    while (this.waiting.length > 0) {
      await pause(Math.max(0, this.lastStart + commitPause - performance.now()))
      const batch = this.waiting
      this.waiting = []
      const from = await this.append(batch)
      const now = performance.now()
      for (const [i, { kind, since, done }] of batch.entries()) {
        if (kind === 'edit') this.waits.push(now - since)
        done(from + i)
      }
    }
    this.busy = false
  }

  private async append(batch: readonly Waiting[]): Promise<number> {
    for (;;) {
      this.lastStart = performance.now()
      const from = this.head + 1
      let known = this.lastFact
      const entries = batch.map(({ kind }, i): BookEntry => {
        const at = Date.now() as Instant
        if (kind === 'edit') return { kind, person, at, section, update: judgedAfter(known), newClients: [] }
        known = from + i
        return { kind, person, at, fact }
      })
      const { ok } = await this.log.append(this.book, this.head, entries)
      if (ok) {
        this.head += batch.length
        this.lastFact = known
        return from
      }
      this.conflicts += 1
      await this.catchUp()
    }
  }

  private async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.log.read(this.book, { after: this.head, limit: 500 })
      for (const entry of page) if (entry.kind === 'fact') this.lastFact = entry.seq
      this.head = page.at(-1)?.seq ?? this.head
      if (page.length < 500) return
    }
  }
}

/** An edit carries which fact it was judged after, so that it can be checked against its place. */
function judgedAfter(fact: number): Uint8Array {
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setFloat64(0, fact)
  return bytes
}

/** Numbers that are missing, acknowledgements that are not at their place, and edits that were not judged after the fact before them. */
export async function violationsIn(
  log: BookLog,
  book: BookId,
  acknowledged: ReadonlySet<number>,
): Promise<{ entries: number; violations: number }> {
  let [entries, violations, lastFact] = [0, 0, 0]
  for (;;) {
    const page = await log.read(book, { after: entries, limit: 500 })
    for (const entry of page) {
      entries += 1
      if (entry.seq !== entries) violations += 1
      if (entry.kind === 'fact') lastFact = entry.seq
      else if (new DataView(entry.update.buffer).getFloat64(0) !== lastFact) violations += 1
    }
    if (page.length < 500) break
  }
  for (const seq of acknowledged) if (seq > entries) violations += 1
  return { entries, violations: violations + Math.abs(entries - acknowledged.size) }
}
