import { presenceMessages } from '@witboek/contract'
import { ok, refuse, type BookId, type Result, type SectionId } from '@witboek/domain'
import { bookAt, inBook, type Live } from '@witboek/live'
import { bookAccess } from '../../books/book-access.ts'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import { bookRoom, type BookSocket, type BookSockets } from '../../sockets.ts'

/** The list of who is there goes out at most this often per book (ms). */
const tick = 250

/** Who is in the book, and where: everyone in it may see that, and nobody else. */
export function presence(
  socket: BookSocket,
  { store, live, surprises }: Pick<Hands, 'store' | 'live' | 'surprises'>,
): void {
  const { actor } = socket.data
  let book: BookId | null = null
  const say = async (section: SectionId | null): Promise<Result<null>> => {
    if (!book) return refuse({ code: 'book-not-found' })
    await live.presence.say(socket.id, inBook(book), {
      person: actor.person,
      name: actor.name,
      role: actor.seat.role,
      section,
    })
    return ok(null)
  }
  openDoor(socket, surprises, presenceMessages, {
    'presence:enter': async (message) => {
      const access = await bookAccess(store, message.book, actor)
      if (!access.ok) return access
      if (book && book !== message.book) await socket.leave(bookRoom(book))
      book = message.book
      await socket.join(bookRoom(book))
      return say(null)
    },
    'presence:move': ({ section }) => say(section),
  })
  socket.on('disconnect', () => void live.presence.forget(socket.id))
}

/**
 * Tells everyone in a book who is there, one list per tick however many came and went. Every server tells those on its own
 * sockets, also while it does not hear the others. Answers how to stop.
 */
export function announcePresence(sockets: BookSockets, live: Live): () => void {
  const waiting = new Map<BookId, NodeJS.Timeout>()
  const announce = async (book: BookId): Promise<void> => {
    waiting.delete(book)
    if (!sockets.of('/').adapter.rooms.has(bookRoom(book))) return
    sockets.local.to(bookRoom(book)).emit('presence:changed', { book, present: await live.presence.list(inBook(book)) })
  }
  const stop = live.presence.onChange((place) => {
    const book = bookAt(place)
    if (book && !waiting.has(book))
      waiting.set(
        book,
        setTimeout(() => void announce(book), tick),
      )
  })
  return () => {
    stop()
    for (const timer of waiting.values()) clearTimeout(timer)
  }
}
