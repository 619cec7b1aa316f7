import { lobbyMessages } from '@witboek/contract'
import { may, ok, refuse, seatNow } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import type { BookSocket } from '../../sockets.ts'
import { theMeeting } from '../meetings/the-meeting.ts'
import { lobbyRoom } from './lobby-news.ts'

/** The door for a Chef who has the lobby of a meeting open. */
export function lobby(socket: BookSocket, { store, surprises }: Pick<Hands, 'store' | 'surprises'>): void {
  const { actor } = socket.data
  openDoor(socket, surprises, lobbyMessages, {
    'lobby:watch': async ({ meeting: id }) => {
      const dialogue = await store.dialogues.currentDialogue()
      const person = await store.people.find(actor.person)
      const seat = person && seatNow(person, actor.seat)
      if (!dialogue || !seat) return refuse({ code: 'not-signed-in' })
      const found = await theMeeting(store, dialogue, id)
      if (!found.ok) return found
      const place = { phase: dialogue.phase, theme: found.value.theme }
      const allowed = may('meeting:lead', { ...actor, seat }, place)
      if (!allowed.ok) return allowed
      await socket.join(lobbyRoom(id))
      return ok(null)
    },
  })
}
