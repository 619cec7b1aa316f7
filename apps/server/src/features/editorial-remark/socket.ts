import type { OpenBooks } from '@witboek/book'
import { remarkCommands } from '@witboek/contract'
import type { BookId, Instant, RemarkCommand } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { openDoor } from '../../door.ts'
import type { Events } from '../../events.ts'
import type { Visitors } from '../../login/visitors.ts'
import type { BookSocket } from '../../sockets.ts'
import type { Surprises } from '../../surprises.ts'
import { changeSomeRemarks } from './change-remarks.ts'

/** The door for the remarks that a Chef places beside the text. */
export function editorialRemark(
  socket: BookSocket,
  hands: {
    store: Store
    open: OpenBooks
    visitors: Visitors
    events: Events
    surprises: Surprises
    now: () => Instant
  },
): void {
  const act = (book: BookId, command: RemarkCommand) => changeSomeRemarks(hands, book, command, socket.data.actor)
  openDoor(socket, hands.surprises, remarkCommands, {
    'remark:place': ({ book, ...wish }) => act(book, { type: 'remark:place', ...wish }),
    'remark:remove': ({ book, ...wish }) => act(book, { type: 'remark:remove', ...wish }),
  })
}
