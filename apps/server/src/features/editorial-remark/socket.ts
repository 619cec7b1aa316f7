import { remarkCommands } from '@witboek/contract'
import type { BookId, RemarkCommand } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import type { BookSocket } from '../../sockets.ts'
import { changeSomeRemarks } from './change-remarks.ts'

/** The door for the remarks that a Chef places beside the text. */
export function editorialRemark(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'surprises' | 'now'>,
): void {
  const act = (book: BookId, command: RemarkCommand) => changeSomeRemarks(hands, book, command, socket.data.actor)
  openDoor(socket, hands.surprises, remarkCommands, {
    'remark:place': ({ book, ...wish }) => act(book, { type: 'remark:place', ...wish }),
    'remark:remove': ({ book, ...wish }) => act(book, { type: 'remark:remove', ...wish }),
  })
}
