import { setTimeout as pause } from 'node:timers/promises'
import { RESP_TYPES } from '@redis/client'
import type { BookId } from '@witboek/domain'
import type { BookEars } from '../ports.ts'
import { spreadOf, type Spread } from './book-entry.ts'
import type { Client } from './connection.ts'
import { answerMax, inTime } from './in-time.ts'

/** A read that brings nothing ends after this (ms): that Redis still answers is known by it. */
const blockFor = 250
/** At most so many entries per book and read. */
const readMax = 64
/** What comes within so long (ms) after a read comes with the next: many books at once are read in few turns. */
const rest = 3

interface Listener {
  heard: number
  readonly ears: BookEars
}

type Streams = readonly (readonly [
  key: Buffer,
  entries: readonly (readonly [id: Buffer, fields: readonly Buffer[]])[],
])[]

interface ReaderHands {
  readonly server: string
  /** The name of the stream of a book, and of the one that wakes this reader. */
  readonly streamOf: (book: BookId) => string
  readonly wakeStream: string
  /** Puts something into that stream. */
  readonly wake: () => void
  readonly surprised: (cause: unknown) => void
}

/** Reads the streams of all books that are open on this server, in one command that waits until there is something. */
export class BookReader {
  private readonly hands: ReaderHands
  private readonly books = new Map<BookId, Set<Listener>>()
  /** How far each stream has been read. */
  private readonly positions = new Map<BookId, number>()

  constructor(hands: ReaderHands) {
    this.hands = hands
  }

  follow(book: BookId, after: number, ears: BookEars): () => void {
    const listener: Listener = { heard: after, ears }
    const listeners = this.books.get(book) ?? new Set()
    this.books.set(book, listeners.add(listener))
    this.positions.set(book, Math.min(after, this.positions.get(book) ?? after))
    this.hands.wake()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0 || this.books.get(book) !== listeners) return
      this.books.delete(book)
      this.positions.delete(book)
    }
  }

  /** Says to all that there may be more in the log than they have heard. */
  mayHaveMissed(): void {
    for (const listeners of this.books.values()) for (const listener of listeners) this.tell(listener, [])
  }

  /** Reads until the connection breaks, or gives no answer in time. */
  readonly read = async (client: Client): Promise<never> => {
    let woken = '0-0'
    for (;;) {
      const books = [...this.books.keys()]
      const names = [this.hands.wakeStream, ...books.map((book) => this.hands.streamOf(book))]
      const after = [woken, ...books.map((book) => `${this.positions.get(book) ?? 0}-0`)]
      const command = ['XREAD', 'COUNT', String(readMax), 'BLOCK', String(blockFor), 'STREAMS', ...names, ...after]
      const answer = client.sendCommand(command, { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } })
      const streams = (await inTime(answer, blockFor + answerMax)) as unknown as Streams | null
      if (!streams) continue
      for (const [key, entries] of streams) {
        const place = names.indexOf(key.toString())
        const book = books[place - 1]
        if (place === 0) woken = String(entries.at(-1)?.[0] ?? woken)
        else if (book)
          this.came(
            book,
            entries.map(([id, fields]) => spreadOf(id, fields)),
          )
      }
      await pause(rest)
    }
  }

  private came(book: BookId, spread: readonly Spread[]): void {
    const last = spread.at(-1)
    const listeners = this.books.get(book)
    if (!last || !listeners) return
    this.positions.set(book, Math.max(last.seq, this.positions.get(book) ?? 0))
    for (const listener of listeners) {
      const news = spread.filter(({ seq, server }) => seq > listener.heard && server !== this.hands.server)
      listener.heard = Math.max(listener.heard, last.seq)
      const entries = news.flatMap(({ entry }) => entry ?? [])
      if (entries.length > 0) this.tell(listener, entries)
      // Nothing follows yet that would show the hole.
      if (news.at(-1)?.entry === null) this.tell(listener, [])
    }
  }

  private tell({ ears }: Listener, entries: Parameters<BookEars['recorded']>[0]): void {
    try {
      ears.recorded(entries)
    } catch (cause) {
      this.hands.surprised(cause)
    }
  }
}
