import { lockCommands } from '@witboek/contract'
import type { BookId, LockCommand } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import type { BookSocket } from '../../sockets.ts'
import { lockSection } from './lock-section.ts'

/** The door for a Chef's locks. */
export function sectionLock(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'surprises'>,
): void {
  const act = (book: BookId, command: LockCommand) => lockSection(hands, book, command, socket.data.actor)
  openDoor(socket, hands.surprises, lockCommands, {
    'section:lock': ({ book, ...wish }) => act(book, { type: 'section:lock', ...wish }),
    'section:unlock': ({ book, ...wish }) => act(book, { type: 'section:unlock', ...wish }),
    'section:focus': ({ book, ...wish }) => act(book, { type: 'section:focus', ...wish }),
    'book:freeze': ({ book, ...wish }) => act(book, { type: 'book:freeze', ...wish }),
    'book:unfreeze': ({ book }) => act(book, { type: 'book:unfreeze' }),
  })
}
