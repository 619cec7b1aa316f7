import type { Duplex } from 'node:stream'
import type { Peer } from '@witboek/book'
import type { BookRights, SectionId } from '@witboek/domain'
import type { WebSocket } from 'ws'
import { newInstance } from '../http/answers.ts'
import type { SeatedVisitor } from '../login/visitors.ts'
import type { Line } from './line.ts'
import { framed } from './web-socket-frame.ts'

/**
 * More than this unsent to one line (bytes) and it ends at once. The room gives a slow line less long before (I6); this
 * is for what the room does not see.
 */
const backlogMax = 16 * 1024 * 1024

/** A line as its two layers: the WebSocket, and the stream that it was made of. */
export interface Wire {
  readonly socket: WebSocket
  readonly stream: Duplex
}

/**
 * A WebSocket as a room sees it. What goes to a whole hall is put into a frame once, and what goes to one line in one turn
 * is one write: a hall of people who type is, to the processor, mostly writes.
 */
export class SocketPeer implements Peer {
  readonly id = newInstance()
  readonly actor: SeatedVisitor['actor']
  readonly rights: BookRights
  readonly only: SectionId | null
  private readonly wire: Wire
  private readonly line: Line

  constructor(wire: Wire, line: Line, { actor }: SeatedVisitor, rights: BookRights, only: SectionId | null) {
    this.wire = wire
    this.line = line
    this.actor = actor
    this.rights = rights
    this.only = only
  }

  send(frame: Uint8Array): void {
    if (!this.line.open) return
    const { socket, stream } = this.wire
    // Nothing that is said now would arrive: the client comes back by itself.
    if (this.backlog() > backlogMax) return socket.terminate()
    gather(stream)
    stream.write(framed(frame))
  }

  backlog(): number {
    return this.wire.socket.bufferedAmount
  }

  close(code: number, reason: string): void {
    this.line.close(code, reason)
  }
}

/** The streams that hold back what is written to them until this turn is over. */
const gathering = new Set<Duplex>()

function gather(stream: Duplex): void {
  if (gathering.has(stream)) return
  if (gathering.size === 0) queueMicrotask(letGo)
  gathering.add(stream)
  stream.cork()
}

function letGo(): void {
  for (const stream of gathering) stream.uncork()
  gathering.clear()
}
