import type { BookId, RecordedEntry } from '@witboek/domain'
import type { Clock } from '../clock.ts'
import type { RoomBus } from './room-bus.ts'
import type { RoomLog } from './room-log.ts'

/** How often (ms) a room looks into the log by itself: in case a word was lost, and when servers cannot hear each other. */
const lookEvery = { connected: 5_000, apart: 1_000 } as const
/** What was heard before it can be used is kept up to here (entries); more is read from the log. */
const heardMax = 1_000
/** One reading of the log (entries). */
const page = 500

interface Hands {
  readonly book: BookId
  readonly log: RoomLog
  readonly clock: Clock
  /** `null`: no other server writes in this book. */
  readonly bus: RoomBus | null
  /** The number of the last entry the room has. */
  readonly head: () => number
  /** The log has moved on beyond the head: the room has to catch up. */
  readonly behind: () => void
}

/** Follows what rooms of this book on other servers record. The bus only makes it quick: the log is the truth. */
export class LogFollower {
  private readonly hands: Hands
  private readonly heard = new Map<number, RecordedEntry>()
  private stopWaiting: (() => void) | null = null
  private stopped = false

  constructor(hands: Hands) {
    this.hands = hands
    this.wait()
  }

  hear(entries: readonly RecordedEntry[]): void {
    const head = this.hands.head()
    for (const entry of entries) if (entry.seq > head && this.heard.size < heardMax) this.heard.set(entry.seq, entry)
    const last = entries.at(-1)
    // Nothing said is said as well: there may be more in the log than was heard.
    if (!last || this.heard.size > 0 || last.seq > head) this.hands.behind()
  }

  /** What comes right after the head, in order; empty when there is nothing more. */
  async next(): Promise<readonly RecordedEntry[]> {
    const heard = this.takeHeard()
    const { book, log, head } = this.hands
    return heard.length > 0 ? heard : log.read(book, { after: head(), limit: page })
  }

  stop(): void {
    this.stopped = true
    this.stopWaiting?.()
    this.heard.clear()
  }

  private takeHeard(): RecordedEntry[] {
    const head = this.hands.head()
    const taken: RecordedEntry[] = []
    for (let seq = head + 1; ; seq++) {
      const entry = this.heard.get(seq)
      if (!entry) break
      taken.push(entry)
    }
    for (const seq of [...this.heard.keys()]) if (seq <= head + taken.length) this.heard.delete(seq)
    return taken
  }

  private wait(): void {
    const { bus, clock } = this.hands
    if (!bus) return
    const ms = bus.connected ? lookEvery.connected : lookEvery.apart
    this.stopWaiting = clock.after(ms, () => void this.look())
  }

  private async look(): Promise<void> {
    const { book, log, head, behind } = this.hands
    // A log that cannot be read now is looked at again; whoever writes finds out anyway.
    const found = await log.read(book, { after: head(), limit: 1 }).catch(() => [])
    if (this.stopped) return
    if (found.some(({ seq }) => seq > head())) behind()
    this.wait()
  }
}
