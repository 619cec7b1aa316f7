import { sectionCommands } from '@witboek/contract'
import type { BookId, StructureCommand } from '@witboek/domain'
import { openDoor } from '../../door.ts'
import type { Hands } from '../../http/hands.ts'
import { newId } from '../../new-id.ts'
import type { BookSocket } from '../../sockets.ts'
import { changeSection } from './change-section.ts'

/** The door for a Chef's commands on the shape of a book. */
export function sectionStructure(
  socket: BookSocket,
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'surprises' | 'now'>,
): void {
  const act = (book: BookId, command: StructureCommand) => changeSection(hands, book, command, socket.data.actor)
  openDoor(socket, hands.surprises, sectionCommands, {
    'section:add': ({ book, ...wish }) =>
      act(book, { type: 'section:add', section: newId<'section'>(hands.now()), ...wish }),
    'section:rename': ({ book, ...wish }) => act(book, { type: 'section:rename', ...wish }),
    'section:move': ({ book, ...wish }) => act(book, { type: 'section:move', ...wish }),
    'section:remove': ({ book, ...wish }) => act(book, { type: 'section:remove', ...wish }),
    'section:restore': ({ book, ...wish }) => act(book, { type: 'section:restore', ...wish }),
  })
}
