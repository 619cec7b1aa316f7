import type { BookId } from '@witboek/domain'
import type { SeenInBook } from './ports.ts'

/** What a connection said last of its person, and when. */
export interface Word {
  readonly at: number
  readonly seen: SeenInBook
}

/** Who is where over the connections of this server. */
export class OwnPeople {
  private readonly whereabouts = new Map<string, BookId>()
  private readonly said = new Map<BookId, Map<string, Word>>()

  /** Answers the books in which that changes something. */
  say(connection: string, book: BookId, word: Word): readonly BookId[] {
    const left = this.whereabouts.get(connection) === book ? [] : this.forget(connection)
    const inBook = this.said.get(book) ?? new Map<string, Word>()
    this.said.set(book, inBook.set(connection, word))
    this.whereabouts.set(connection, book)
    return [...left, book]
  }

  forget(connection: string): readonly BookId[] {
    const book = this.whereabouts.get(connection)
    if (!book) return []
    this.whereabouts.delete(connection)
    const inBook = this.said.get(book)
    inBook?.delete(connection)
    if (inBook?.size === 0) this.said.delete(book)
    return [book]
  }

  /** The latest word of each person in a book. */
  in(book: BookId): readonly Word[] {
    return latest(this.said.get(book)?.values() ?? [])
  }

  get books(): readonly BookId[] {
    return [...this.said.keys()]
  }
}

/** Every person once, where their latest word came from, by name. */
export const people = (words: Iterable<Word>): readonly SeenInBook[] =>
  latest(words)
    .map(({ seen }) => seen)
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))

function latest(words: Iterable<Word>): Word[] {
  const byPerson = new Map<string, Word>()
  for (const word of words) {
    const before = byPerson.get(word.seen.person)
    if (!before || before.at <= word.at) byPerson.set(word.seen.person, word)
  }
  return [...byPerson.values()]
}
