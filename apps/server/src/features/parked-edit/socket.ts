import { parkedCommands } from '@witboek/contract'
import type { BookId, ParkedCommand, ParkedId, Result } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import { bookRoom, type BookSocket } from '../../sockets.ts'
import { changeParkedEdit } from './change-parked.ts'
import { parkEdit } from './park-edit.ts'

/** The door for words that were refused. */
export function parkedEdit(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'surprises' | 'now'>,
): void {
  const { actor } = socket.data
  /** Everyone in the book asks anew; what it is about, only those who may see it get to read. */
  const tell = (book: BookId, result: Result<null>): Result<null> => {
    if (result.ok) socket.nsp.to(bookRoom(book)).emit('parked:changed', { book })
    return result
  }
  const act =
    (command: ParkedCommand) =>
    async ({ book, id }: { book: BookId; id: ParkedId }) =>
      tell(book, await changeParkedEdit(hands, { book, id, command }, actor))
  openDoor(socket, hands.surprises, parkedCommands, {
    'edit:park': async (words) => tell(words.book, await parkEdit(hands, words, actor)),
    'edit:hand-over': act('hand-over'),
    'edit:withdraw': act('withdraw'),
    'edit:admit': act('admit'),
    'edit:give-back': act('give-back'),
  })
}
