import type { Clock } from '@witboek/book'
import type { BookId } from '@witboek/domain'
import type { BookLog, Store } from '@witboek/store'
import { booksOf, chainNames } from './books-on-record.ts'
import { copyFacts } from './copy-facts.ts'

/** After a failure it is tried again so much later (ms), and each time later, up to a limit. */
const pauses = [1_000, 3_000, 10_000, 30_000] as const
/** So often (ms) all books are looked at: another server may have died between a fact and its event. */
const lookEvery = 600_000

interface Hands {
  readonly store: Store
  readonly clock: Clock
  /** It failed the first time, or worked again after that. */
  readonly behind: (book: BookId, cause: unknown) => void
  readonly caughtUp: (book: BookId) => void
}

interface Copying {
  wanted: boolean
  failures: number
  /** Ends the pause after a failure. */
  goOn: (() => void) | null
  ended: Promise<void> | null
}

/**
 * Keeps the record of what Chefs do in books: a fact is durable in its book first, and then copied into the chain of its
 * dialogue (RECORD-2). Nobody waits for it; what is asked for a book while it is being copied is done once more after it.
 */
export class BookRecorder {
  private readonly hands: Hands
  private readonly books = new Map<BookId, Copying>()
  private stopLooking: (() => void) | null = null
  private closing = false

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** The same log, which tells when a fact has become durable, or may have: of an append that breaks nobody knows. */
  recorded(log: BookLog): BookLog {
    const recorded: BookLog = Object.create(log) as BookLog
    recorded.append = async (book, expectedHead, entries) => {
      let written = true
      try {
        const appended = await log.append(book, expectedHead, entries)
        written = appended.ok
        return appended
      } finally {
        if (written && entries.some(({ kind }) => kind === 'fact')) this.copy(book)
      }
    }
    return recorded
  }

  /** Makes good what was cut off, here or on another server, and goes on looking for it. Resolves after the first look. */
  async start(): Promise<void> {
    await this.look()
    await this.allEnded()
  }

  /** What is durable in the books is on the record when this resolves, if it can be. */
  async close(): Promise<void> {
    this.closing = true
    this.stopLooking?.()
    for (const { goOn } of this.books.values()) goOn?.()
    await this.allEnded()
  }

  private async allEnded(): Promise<void> {
    await Promise.all([...this.books.values()].map(({ ended }) => ended ?? Promise.resolve()))
  }

  private copy(book: BookId): void {
    const copying = this.books.get(book) ?? { wanted: false, failures: 0, goOn: null, ended: null }
    this.books.set(book, copying)
    copying.wanted = true
    copying.ended ??= this.work(book, copying)
  }

  private async work(book: BookId, copying: Copying): Promise<void> {
    while (copying.wanted) {
      copying.wanted = false
      try {
        await copyFacts(this.hands.store, book)
        if (copying.failures > 0) this.hands.caughtUp(book)
        copying.failures = 0
      } catch (cause) {
        if (copying.failures === 0) this.hands.behind(book, cause)
        // The next start makes it good.
        if (this.closing && copying.failures > 0) break
        copying.failures += 1
        copying.wanted = true
        if (!this.closing) await this.pause(copying)
      }
    }
    copying.ended = null
    if (copying.failures === 0) this.books.delete(book)
  }

  private pause(copying: Copying): Promise<void> {
    return new Promise((resolve) => {
      const ms = pauses[Math.min(copying.failures, pauses.length) - 1] ?? 0
      const stop = this.hands.clock.after(ms, resolve)
      copying.goOn = () => {
        stop()
        resolve()
      }
    })
  }

  private async look(): Promise<void> {
    const { store, clock } = this.hands
    if (this.closing) return
    this.stopLooking = clock.after(lookEvery, () => void this.look())
    try {
      for (const chain of await chainNames(store)) for (const { id } of await booksOf(store, chain)) this.copy(id)
    } catch {
      // The store is away, which others say: it is looked at again.
    }
  }
}
