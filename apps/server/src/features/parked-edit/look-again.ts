import type { Live } from '@witboek/live'
import { bookOf, type BookSockets } from '../../sockets.ts'

/** After a silence between the servers pages look again: words may have been set aside meanwhile. */
export function lookAgainAfterSilence(sockets: BookSockets, live: Live): void {
  live.notices.onReturn(() => {
    for (const room of sockets.of('/').adapter.rooms.keys()) {
      const book = bookOf(room)
      if (book) sockets.local.to(room).emit('parked:changed', { book })
    }
  })
}
