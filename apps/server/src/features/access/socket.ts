import { accessCommands } from '@witboek/contract'
import { openDoor } from '../../door.ts'
import type { BookSocket } from '../../sockets.ts'
import { changeTheDialogue } from './change-dialogue.ts'
import { endSomeonesSeat, type Hands } from './end-seat.ts'

/** The door for the lead, who changes who may write. Answered when it is in force on every open line. */
export function access(socket: BookSocket, hands: Hands): void {
  const { actor } = socket.data
  openDoor(socket, hands.surprises, accessCommands, {
    'seat:end': (wish) => endSomeonesSeat(hands, wish, actor),
    'phase:reach': (wish) => changeTheDialogue(hands, { type: 'phase:reach', ...wish }, actor),
    'remarks:allow': (wish) => changeTheDialogue(hands, { type: 'remarks:allow', ...wish }, actor),
  })
}
