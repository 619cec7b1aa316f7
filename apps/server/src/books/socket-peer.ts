import { closeCode, frameMax, type Peer } from '@witboek/book'
import type { SectionId, BookRights } from '@witboek/domain'
import type { WebSocket } from 'ws'
import { newInstance } from '../http/answers.ts'
import type { Visitor } from '../login/visitors.ts'

/** More than this unsent to one line (bytes) and it is closed: a reader that stopped reading must not fill the memory. */
const backlogMax = frameMax

/** A WebSocket as a room sees it. */
export class SocketPeer implements Peer {
  readonly id = newInstance()
  readonly actor: Visitor['actor']
  readonly login: Visitor['login']
  readonly rights: BookRights
  readonly only: SectionId | null
  private readonly socket: WebSocket
  private readonly tooSlow: () => void

  constructor(socket: WebSocket, visitor: Visitor, rights: BookRights, only: SectionId | null, tooSlow: () => void) {
    this.socket = socket
    this.actor = visitor.actor
    this.login = visitor.login
    this.rights = rights
    this.only = only
    this.tooSlow = tooSlow
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > backlogMax) {
      this.tooSlow()
      this.socket.close(closeCode.tooSlow, 'too-slow')
      return
    }
    this.socket.send(frame)
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason)
  }
}
