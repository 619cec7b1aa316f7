import type { Clock } from '@witboek/book'
import { nextClock } from '@witboek/i18n'
import type { BookLog, Store } from '@witboek/store'
import type { Events } from '../events.ts'
import { BookRecorder } from './book-recorder.ts'
import { chainNames } from './books-on-record.ts'

interface Hands {
  readonly store: Store
  readonly clock: Clock
  readonly events: Events
}

/**
 * Keeps the record complete while a server runs, and writes the head of each chain in the log: when it starts, every
 * midnight and when it stops. Whoever has both the chain and the tables can make another chain that fits; not one that
 * fits a log that was kept elsewhere (RECORD-4).
 */
export class RecordKeeper {
  private readonly hands: Hands
  private readonly recorder: BookRecorder
  private stopWaiting: (() => void) | null = null
  private started: Promise<void> = Promise.resolve()

  constructor(hands: Hands) {
    const { store, clock, events } = hands
    this.hands = hands
    this.recorder = new BookRecorder({
      store,
      clock,
      behind: events.recordBehind,
      caughtUp: events.recordCaughtUp,
    })
  }

  /** The log through which books are to be written, so that their facts come into the record. */
  recorded(log: BookLog): BookLog {
    return this.recorder.recorded(log)
  }

  /** Nobody waits for it: the record may be behind, and is never wrong. */
  start(): void {
    this.started = this.recorder.start().then(() => this.sayHeads())
    this.waitForMidnight()
  }

  /** After the last book has been written, and before the store closes. */
  async close(): Promise<void> {
    this.stopWaiting?.()
    await this.recorder.close()
    await this.started
    await this.sayHeads()
  }

  private waitForMidnight(): void {
    const now = this.hands.clock.now()
    const midnight = nextClock('00:00', now) ?? now + 86_400_000
    this.stopWaiting = this.hands.clock.after(midnight - now, () => {
      void this.sayHeads()
      this.waitForMidnight()
    })
  }

  private async sayHeads(): Promise<void> {
    const { store, events } = this.hands
    try {
      for (const chain of await chainNames(store)) {
        const last = await store.events.last(chain)
        if (last) events.recordHead(chain, last.seq, last.hash)
      }
    } catch (cause) {
      events.recordHeadUnknown(cause)
    }
  }
}
