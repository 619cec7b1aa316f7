import type { OpenBooks } from '@witboek/book'
import { sectionCommands } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Events } from '../../events.ts'
import { newId } from '../../new-id.ts'
import { answer, type BookSocket } from '../../sockets.ts'
import type { Surprises } from '../../surprises.ts'
import { changeSection } from './change-section.ts'

/** The door for a Chef's commands on the shape of a book. */
export function sectionStructure(
  socket: BookSocket,
  hands: { store: Store; open: OpenBooks; events: Events; surprises: Surprises; now: () => Instant },
): void {
  const { surprises, now } = hands
  const { actor } = socket.data
  socket.on(
    'section:add',
    answer(sectionCommands['section:add'], surprises, ({ book, ...wish }) =>
      changeSection(hands, book, { type: 'section:add', section: newId<'section'>(now()), ...wish }, actor),
    ),
  )
  socket.on(
    'section:rename',
    answer(sectionCommands['section:rename'], surprises, ({ book, ...wish }) =>
      changeSection(hands, book, { type: 'section:rename', ...wish }, actor),
    ),
  )
  socket.on(
    'section:move',
    answer(sectionCommands['section:move'], surprises, ({ book, ...wish }) =>
      changeSection(hands, book, { type: 'section:move', ...wish }, actor),
    ),
  )
  socket.on(
    'section:remove',
    answer(sectionCommands['section:remove'], surprises, ({ book, ...wish }) =>
      changeSection(hands, book, { type: 'section:remove', ...wish }, actor),
    ),
  )
  socket.on(
    'section:restore',
    answer(sectionCommands['section:restore'], surprises, ({ book, ...wish }) =>
      changeSection(hands, book, { type: 'section:restore', ...wish }, actor),
    ),
  )
}
