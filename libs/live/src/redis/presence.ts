import type { BookId } from '@witboek/domain'
import { OwnPeople, people, type Word } from '../own-people.ts'
import type { Presence, SeenInBook } from '../ports.ts'
import type { Link } from './link.ts'

/** What changed within so long (ms) is said to the others at once. */
const tick = 50
/** What a server says holds so long (ms), and is renewed this often. */
const holds = 20_000
const renewEvery = 5_000

/**
 * Every server says who is in a book over its own connections, and remembers that itself: what Redis forgets is said again,
 * and what a dead server said goes by itself. While Redis is away a server sees its own people.
 */
export class RedisPresence implements Presence {
  private readonly link: Link
  private readonly own = new OwnPeople()
  private readonly listeners = new Set<(book: BookId) => void>()
  /** The books in which the others know something else than what is so. */
  private readonly unsaid = new Set<BookId>()
  private readonly renewal: NodeJS.Timeout
  private saying: NodeJS.Timeout | null = null
  private lastWord = 0

  constructor(link: Link) {
    this.link = link
    this.renewal = setInterval(() => void this.renew(), renewEvery).unref()
    const { channels, names } = link
    channels.on(names.channels.presence, (message) => this.tell(JSON.parse(message.toString()) as BookId[]))
    link.onReturn(() => this.sayLater(this.own.books))
    // Somebody who was seen in one of these books over a server that has gone is not there any more.
    link.onOthers(() => this.tell(this.own.books))
  }

  say(connection: string, book: BookId, seen: SeenInBook): Promise<void> {
    // Every word later than the one before, also within a millisecond.
    this.lastWord = Math.max(this.lastWord + 0.001, this.link.now())
    this.changed(this.own.say(connection, book, { at: this.lastWord, seen }))
    return Promise.resolve()
  }

  forget(connection: string): Promise<void> {
    this.changed(this.own.forget(connection))
    return Promise.resolve()
  }

  async list(book: BookId): Promise<readonly SeenInBook[]> {
    const [words = []] = await this.wordsIn([book])
    return people(words)
  }

  async counts(books: readonly BookId[]): Promise<ReadonlyMap<BookId, number>> {
    const words = await this.wordsIn(books)
    return new Map(books.map((book, i) => [book, people(words[i] ?? []).length]))
  }

  onChange(listener: (book: BookId) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What this server said is over; the others are told. */
  async close(): Promise<void> {
    clearInterval(this.renewal)
    if (this.saying) clearTimeout(this.saying)
    const { client, channels, names, server } = this.link
    const books = [...this.own.books, ...this.unsaid]
    if (!client || books.length === 0) return
    await client.del(books.map((book) => names.presence(book, server))).catch(() => undefined)
    await channels.say(client, names.channels.presence, Buffer.from(JSON.stringify(books))).catch(() => undefined)
  }

  private changed(books: readonly BookId[]): void {
    this.sayLater(books)
    this.tell(books)
  }

  private sayLater(books: Iterable<BookId>): void {
    for (const book of books) this.unsaid.add(book)
    this.saying ??= setTimeout(() => void this.sayNow(), tick)
  }

  /** What cannot be said now is said when the servers hear each other again. */
  private async sayNow(): Promise<void> {
    this.saying = null
    const { client, channels, names, server } = this.link
    if (!client || this.unsaid.size === 0) return
    const books = [...this.unsaid]
    this.unsaid.clear()
    try {
      await Promise.all(
        books.map((book) => {
          const name = names.presence(book, server)
          const words = this.own.in(book)
          return words.length > 0 ? client.set(name, JSON.stringify(words), { PX: holds }) : client.del(name)
        }),
      )
      await channels.say(client, names.channels.presence, Buffer.from(JSON.stringify(books)))
    } catch {
      for (const book of books) this.unsaid.add(book)
    }
  }

  private async renew(): Promise<void> {
    const { client, names, server } = this.link
    if (!client) return
    const books = [...this.own.books]
    const renewed = await Promise.all(books.map((book) => client.pExpire(names.presence(book, server), holds))).catch(
      () => [],
    )
    this.sayLater(books.filter((_, i) => renewed[i] === 0))
  }

  /** Own words and those of the others, by book; without the others when Redis does not answer. */
  private async wordsIn(books: readonly BookId[]): Promise<readonly (readonly Word[])[]> {
    const { client, others, names } = this.link
    const asked = books.flatMap((book) => others.map((server) => names.presence(book, server)))
    const said = client && asked.length > 0 ? await client.mGet(asked).catch(() => []) : []
    return books.map((book, i) => {
      const ofOthers = said.slice(i * others.length, (i + 1) * others.length)
      return [...this.own.in(book), ...ofOthers.flatMap((words) => (words ? (JSON.parse(words) as Word[]) : []))]
    })
  }

  private tell(books: Iterable<BookId>): void {
    for (const book of books) for (const listener of [...this.listeners]) listener(book)
  }
}
