import type { FromBrowser, FromServer } from '@witboek/contract'
import type { BookId } from '@witboek/domain'
import type { Server, Socket } from 'socket.io'
import type { SeatedVisitor } from './login/visitors.ts'

export type BookSocket = Socket<FromBrowser, FromServer, Record<string, never>, SeatedVisitor>
export type BookSockets = Server<FromBrowser, FromServer, Record<string, never>, SeatedVisitor>

/** The name of everyone who has a book's page open. */
export const bookRoom = (book: BookId): string => `book:${book}`

/** The book of such a name; `null` for any other. */
export const bookOf = (room: string): BookId | null =>
  room.startsWith('book:') ? (room.slice('book:'.length) as BookId) : null
