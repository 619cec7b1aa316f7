import type { BookId, SectionId } from '@witboek/domain'
import type { Clock } from '../clock.ts'
import { flushTime } from './closing-round.ts'
import type { RoomBus } from './room-bus.ts'
import { encodeRoomMessage, readRoomMessage, type RoomMessage } from './room-message.ts'

/** A moment more than the pages get (ms): what they sent last has to be recorded there, and we have to hear of it. */
const answerTime = flushTime + 250

interface Hands {
  readonly book: BookId
  readonly bus: RoomBus
  readonly clock: Clock
  /** Carets of people on another server. */
  readonly carets: (section: SectionId, bytes: Uint8Array) => void
  /** Carets of people on this server, for a room that has just opened. */
  readonly ownCarets: () => Iterable<readonly [SectionId, Uint8Array]>
  /** Lets the pages here go read-only; resolves when all they sent is recorded, or the time is up. */
  readonly letFlush: (sections: readonly SectionId[]) => Promise<void>
}

/** The rooms of the same book on other servers, as far as they tell each other what passes. All of it may get lost. */
export class OtherRooms {
  private readonly hands: Hands
  private readonly rounds = new Map<string, { expected: number | null; flushed: number; readonly end: () => void }>()
  private last = 0

  constructor(hands: Hands) {
    this.hands = hands
    void this.tell({ type: 'carets-wanted' })
  }

  shareCarets(section: SectionId, bytes: Uint8Array): void {
    void this.tell({ type: 'carets', section, bytes })
  }

  /** The first step of a lock on the other servers (LOCK-3); resolves when all have answered, or the time is up. */
  letFlush(sections: readonly SectionId[]): Promise<void> {
    const round = `${this.hands.clock.now()}-${Math.random().toString(36).slice(2)}-${(this.last += 1)}`
    return new Promise((resolve) => {
      const stop = this.hands.clock.after(answerTime, () => this.rounds.get(round)?.end())
      const end = (): void => {
        stop()
        this.rounds.delete(round)
        resolve()
      }
      this.rounds.set(round, { expected: null, flushed: 0, end })
      void this.tell({ type: 'closing', round, sections }).then((heard) => this.count(round, { heard }))
    })
  }

  /** What cannot be read is passed over, as what is not known: all of it only passes. */
  hear(bytes: Uint8Array): void {
    try {
      this.take(readRoomMessage(bytes))
    } catch {
      return
    }
  }
  private take(message: RoomMessage | null): void {
    switch (message?.type) {
      case 'carets':
        return this.hands.carets(message.section, message.bytes)
      case 'carets-wanted':
        for (const [section, carets] of this.hands.ownCarets()) this.shareCarets(section, carets)
        return
      case 'closing':
        void this.hands.letFlush(message.sections).then(() => this.tell({ type: 'flushed', round: message.round }))
        return
      case 'flushed':
        return this.count(message.round, { flushed: 1 })
      case undefined:
        return
    }
  }

  /** Nobody waits any more. */
  stop(): void {
    for (const round of [...this.rounds.values()]) round.end()
  }

  private count(number: string, { heard = null, flushed = 0 }: { heard?: number | null; flushed?: number }): void {
    const round = this.rounds.get(number)
    if (!round) return
    round.expected ??= heard
    round.flushed += flushed
    if (round.expected !== null && round.flushed >= round.expected) round.end()
  }

  private async tell(message: RoomMessage): Promise<number> {
    const { book, bus } = this.hands
    return bus.tell(book, encodeRoomMessage(message)).catch(() => 0)
  }
}
