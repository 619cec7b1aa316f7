import type { BookId } from '@witboek/domain'

/** The name of everyone who has a book's page open. */
export const bookRoom = (book: BookId): string => `book:${book}`

/** The book of such a name; `null` for any other. */
export const bookOf = (room: string): BookId | null =>
  room.startsWith('book:') ? (room.slice('book:'.length) as BookId) : null
