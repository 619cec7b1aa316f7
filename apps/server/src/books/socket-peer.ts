import type { Peer } from '@witboek/book'
import type { BookRights, SectionId } from '@witboek/domain'
import type { WebSocket } from 'ws'
import { newInstance } from '../http/answers.ts'
import type { Visitor } from '../login/visitors.ts'
import type { Line } from './line.ts'

/**
 * More than this unsent to one line (bytes) and it ends at once. The room gives a slow line less long before (I6); this
 * is for what the room does not see.
 */
const backlogMax = 16 * 1024 * 1024

/** A WebSocket as a room sees it. */
export class SocketPeer implements Peer {
  readonly id = newInstance()
  readonly actor: Visitor['actor']
  readonly rights: BookRights
  readonly only: SectionId | null
  private readonly socket: WebSocket
  private readonly line: Line

  constructor(socket: WebSocket, line: Line, { actor }: Visitor, rights: BookRights, only: SectionId | null) {
    this.socket = socket
    this.line = line
    this.actor = actor
    this.rights = rights
    this.only = only
  }

  send(frame: Uint8Array): void {
    if (!this.line.open) return
    // Nothing that is said now would arrive: the client comes back by itself.
    if (this.backlog() > backlogMax) this.socket.terminate()
    else this.socket.send(frame)
  }

  backlog(): number {
    return this.socket.bufferedAmount
  }

  close(code: number, reason: string): void {
    this.line.close(code, reason)
  }
}
