import type { MeetingId } from '@witboek/domain'
import type { BookSockets } from '../../sockets.ts'

/** The name of everyone who watches the lobby of a meeting. */
export const lobbyRoom = (meeting: MeetingId): string => `lobby:${meeting}`

/** Tells those who watch a lobby that something in it has changed, on whichever server they are; what, they ask anew. */
export class LobbyNews {
  private sockets: BookSockets | null = null

  /** Whoever changes something may be there before the sockets are. */
  goesOver(sockets: BookSockets): void {
    this.sockets = sockets
  }

  changed(meeting: MeetingId): void {
    this.sockets?.to(lobbyRoom(meeting)).emit('lobby:changed', { meeting })
  }
}
