import type { OpenBooks } from '@witboek/book'
import { accessCommands } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { openDoor } from '../../door.ts'
import type { Events } from '../../events.ts'
import type { Visitors } from '../../login/visitors.ts'
import type { BookSocket } from '../../sockets.ts'
import type { Surprises } from '../../surprises.ts'
import { changeTheDialogue } from './change-dialogue.ts'
import { endSomeonesSeat } from './end-seat.ts'

/** The door for the lead, who changes who may write. Answered when it is in force on every open line. */
export function access(
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
  const { actor } = socket.data
  openDoor(socket, hands.surprises, accessCommands, {
    'seat:end': (wish) => endSomeonesSeat(hands, wish, actor),
    'phase:reach': (wish) => changeTheDialogue(hands, { type: 'phase:reach', ...wish }, actor),
    'remarks:allow': (wish) => changeTheDialogue(hands, { type: 'remarks:allow', ...wish }, actor),
  })
}
