import type { BookId, RecordedEntry } from '@witboek/domain'
import type { BookBus, BookEars } from '../ports.ts'
import type { BookPublisher } from './book-publisher.ts'
import type { BookReader } from './book-reader.ts'
import type { Link } from './link.ts'

/** What is durable goes through streams with the numbers of the log, what passes through channels. */
export class RedisBookBus implements BookBus {
  private readonly link: Link
  private readonly reader: BookReader
  private readonly publisher: BookPublisher
  private readonly listening = new Map<BookId, Set<BookEars>>()

  constructor(link: Link, reader: BookReader, publisher: BookPublisher) {
    this.link = link
    this.reader = reader
    this.publisher = publisher
    link.onReturn(() => {
      publisher.catchUp()
      reader.mayHaveMissed()
    })
  }

  get connected(): boolean {
    return this.link.connected
  }

  spread(book: BookId, entries: readonly RecordedEntry[]): void {
    this.publisher.publish(book, entries)
  }

  async tell(book: BookId, message: Uint8Array): Promise<number> {
    const { client, channels, names } = this.link
    if (!client) return 0
    return channels.say(client, names.channels.told(book), message).catch(() => 0)
  }

  listen(book: BookId, after: number, ears: BookEars): () => void {
    const stopFollowing = this.reader.follow(book, after, ears)
    const { channels, names } = this.link
    const channel = names.channels.told(book)
    const all = this.listening.get(book) ?? new Set()
    this.listening.set(book, all.add(ears))
    if (all.size === 1) channels.on(channel, (message) => this.told(book, message))
    return () => {
      stopFollowing()
      if (!all.delete(ears) || all.size > 0) return
      this.listening.delete(book)
      channels.off(channel)
    }
  }

  private told(book: BookId, message: Uint8Array): void {
    for (const ears of this.listening.get(book) ?? []) ears.told(message)
  }
}
