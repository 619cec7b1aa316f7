import { problemCode, type Answer } from '@witboek/contract'
import type { BookSocket } from '../sockets.ts'
import type { Metrics } from './metrics.ts'
import type { Traces } from './traces.ts'

type Outcome = 'done' | 'refused' | 'not-understood' | 'surprise'

/** Times the commands of a socket, from their arrival to their answer. Names that no door knows get none. */
export function watchCommands(socket: BookSocket, metrics: Metrics, traces: Traces): void {
  socket.use((packet, next) => {
    const acknowledge: unknown = packet.at(-1)
    if (typeof acknowledge === 'function') {
      const stop = metrics.commandSeconds.startTimer({ command: packet[0] })
      const end = traces.begin(`command`, 'asked')
      packet[packet.length - 1] = (answer: Answer<unknown>) => {
        const outcome = outcomeOf(answer)
        stop({ outcome })
        end({ 'witboek.command': packet[0], 'witboek.outcome': outcome }, outcome === 'surprise')
        ;(acknowledge as (answer: Answer<unknown>) => void)(answer)
      }
    }
    next()
  })
}

function outcomeOf(answer: Answer<unknown>): Outcome {
  if (answer.ok) return 'done'
  const code = problemCode(answer.problem)
  return code === 'surprise' || code === 'not-understood' ? code : 'refused'
}
