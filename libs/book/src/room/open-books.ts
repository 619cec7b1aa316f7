import type { BookId } from '@witboek/domain'
import { BookRoom, type RoomHands } from './book-room.ts'
import type { Peer } from './peer.ts'
import { closeCode } from '../wire.ts'

/** A room stays this long after its last line has gone (ms): a page that reloads finds it warm. */
const lingerMs = 60_000

type Hands = Omit<RoomHands, 'failed'> & {
  /** A room had to be given up; the next to knock gets a fresh one. */
  readonly gaveUp: (book: BookId, cause: unknown) => void
}

interface OpenBook {
  readonly room: Promise<BookRoom>
  /** The room once it is loaded. */
  loaded: BookRoom | null
  stopLinger?: () => void
}

/**
 * The open books of this server: loading → active → draining → gone. A book is open once, or two rooms would each think
 * themselves the only writer; who knocks while a room is draining waits for it and then opens a fresh one.
 */
export class OpenBooks {
  private readonly hands: Hands
  private readonly rooms = new Map<BookId, OpenBook>()
  private readonly draining = new Map<BookId, Promise<void>>()

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** The room of a book, loaded when need be. Whoever does not join keeps it open for the linger time only. */
  async room(book: BookId): Promise<BookRoom> {
    const known = this.rooms.get(book)
    if (known) {
      this.linger(book)
      return known.room
    }
    const room = this.open(book)
    const entry: OpenBook = { room, loaded: null }
    this.rooms.set(book, entry)
    room.then(
      (loaded) => {
        entry.loaded = loaded
        this.linger(book)
      },
      () => this.rooms.delete(book),
    )
    return room
  }

  /** The room of a book that is open already; `null` when it is not, or not yet. */
  opened(book: BookId): BookRoom | null {
    return this.rooms.get(book)?.loaded ?? null
  }

  async join(book: BookId, peer: Peer): Promise<BookRoom> {
    const room = await this.room(book)
    room.join(peer)
    return room
  }

  leave(room: BookRoom, peer: Peer): void {
    room.leave(peer)
    this.linger(room.book)
  }

  /** How many books are open. */
  get size(): number {
    return this.rooms.size
  }

  /** Every room that is open now. */
  async *all(): AsyncIterable<BookRoom> {
    for (const { room } of [...this.rooms.values()]) yield await room
  }

  /** Everything committed and snapshotted, every line told to come back elsewhere. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.rooms.keys()].map((book) => this.drain(book)))
    await Promise.allSettled(this.draining.values())
  }

  private async open(book: BookId): Promise<BookRoom> {
    await this.draining.get(book)
    return BookRoom.open(book, {
      ...this.hands,
      failed: (cause) => {
        this.rooms.delete(book)
        this.hands.gaveUp(book, cause)
      },
    })
  }

  /** Starts the clock anew; when it runs out and nobody is in, the room is emptied. */
  private linger(book: BookId): void {
    const entry = this.rooms.get(book)
    if (!entry) return
    entry.stopLinger?.()
    entry.stopLinger = this.hands.clock.after(lingerMs, () => {
      void entry.room.then((room) => {
        if (room.size === 0 && this.rooms.get(book) === entry) void this.drain(book)
      })
    })
  }

  private drain(book: BookId): Promise<void> {
    const entry = this.rooms.get(book)
    if (!entry) return Promise.resolve()
    entry.stopLinger?.()
    this.rooms.delete(book)
    const drained = entry.room
      .then((room) => room.close(closeCode.moving, 'moving'))
      .catch((cause: unknown) => this.hands.gaveUp(book, cause))
      .finally(() => this.draining.delete(book))
    this.draining.set(book, drained)
    return drained
  }
}
