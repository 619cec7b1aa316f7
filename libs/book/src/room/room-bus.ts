import type { BookId, RecordedEntry } from '@witboek/domain'

/** What a room hears of the rooms of the same book on other servers. */
export interface RoomEars {
  /**
   * Durable: in order, but perhaps with a hole before them, or not for the first time. None at all: something may have
   * been missed, and the log has it.
   */
  readonly recorded: (entries: readonly RecordedEntry[]) => void
  /** Something that passes: a `RoomMessage`. */
  readonly told: (message: Uint8Array) => void
}

/** What a room asks of whatever stands between servers: the `BookBus` of `libs/live` has this shape. */
export interface RoomBus {
  /** Tells the others what has just become durable. Never waited for; what gets lost is read from the log. */
  spread(book: BookId, entries: readonly RecordedEntry[]): void
  /** Tells the others something that passes; answers how many servers heard it. */
  tell(book: BookId, message: Uint8Array): Promise<number>
  /** Listens from after entry `after` on, until the answer is called. */
  listen(book: BookId, after: number, ears: RoomEars): () => void
  /** Whether the servers hear each other now. */
  readonly connected: boolean
}
