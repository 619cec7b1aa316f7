import type { BookId, RecordedEntry } from '@witboek/domain'
import { fieldsOf, fieldsOfNumber, sizeOf, streamLength, type Fields } from './book-entry.ts'
import type { Client } from './connection.ts'

/** More than this (bytes) is not under way to Redis at once: the rest is in the log. */
const underWayMax = 8 * 1024 * 1024
/** A stream to which nothing was added for so long (ms) goes by itself. */
const streamLasts = 10 * 60_000

interface PublisherHands {
  readonly server: string
  readonly streamOf: (book: BookId) => string
  readonly client: () => Client | null
}

/** Puts what has become durable here into the streams, in order, and waits for nothing. */
export class BookPublisher {
  private readonly hands: PublisherHands
  /** The highest number of each book that did not reach Redis: the others are told of it as soon as that is possible. */
  private readonly behind = new Map<BookId, number>()
  private underWay = 0

  constructor(hands: PublisherHands) {
    this.hands = hands
  }

  publish(book: BookId, entries: readonly RecordedEntry[]): void {
    const last = entries.at(-1)
    if (!last) return
    const { server, client } = this.hands
    const redis = client()
    const all = entries.map((entry) => ({ seq: entry.seq, fields: fieldsOf(server, entry) }))
    const size = all.reduce((sum, { fields }) => sum + sizeOf(fields), 0)
    if (!redis || this.underWay + size > underWayMax) return this.isBehind(book, last.seq)
    for (const { seq, fields } of all) this.add(redis, book, seq, fields)
    // An answer that never comes is no loss: the stream goes a little earlier.
    redis.pExpire(this.hands.streamOf(book), streamLasts).catch(() => undefined)
  }

  /** Says of every book of which something did not reach Redis how far its log is. */
  catchUp(): void {
    const redis = this.hands.client()
    if (!redis) return
    const behind = [...this.behind]
    this.behind.clear()
    for (const [book, seq] of behind) {
      this.add(redis, book, seq, fieldsOfNumber(this.hands.server))
      redis.pExpire(this.hands.streamOf(book), streamLasts).catch(() => undefined)
    }
  }

  private add(redis: Client, book: BookId, seq: number, fields: Fields): void {
    const size = sizeOf(fields)
    this.underWay += size
    const name = this.hands.streamOf(book)
    redis
      .sendCommand(['XADD', name, 'MAXLEN', '~', String(streamLength), `${seq}-0`, ...fields])
      .catch((cause: unknown) => {
        // Somebody else was first, or further: what this would have said is known.
        if (!String(cause).includes('equal or smaller')) this.isBehind(book, seq)
      })
      .finally(() => {
        const full = this.underWay > underWayMax / 2
        this.underWay -= size
        if (full && this.underWay <= underWayMax / 2) this.catchUp()
      })
  }

  private isBehind(book: BookId, seq: number): void {
    this.behind.set(book, Math.max(seq, this.behind.get(book) ?? 0))
  }
}
