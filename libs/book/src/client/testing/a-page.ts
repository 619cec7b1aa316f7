import { emptyManifest, type Actor, type BookRights, type SectionId } from '@witboek/domain'
import type { BookRoom } from '../../room/book-room.ts'
import { bodyOf } from '../../layout.ts'
import type { Peer } from '../../room/peer.ts'
import { appendText, readText } from '../../section-text.ts'
import { openBook } from '../book-client.ts'
import type { BookLine } from '../book-state.ts'
import type { Device } from '../device.ts'
import type { LineSocket } from '../shared-socket.ts'

/** The real client on a line to a room in the same process; a spec decides what arrives, and when. */
export class Page {
  readonly line: BookLine
  /** Sent by the page, not yet arrived; and the other way. */
  readonly toRoom: Uint8Array[] = []
  readonly toPage: Uint8Array[] = []
  /** While true nothing that the page sends arrives. */
  holdsToRoom = false
  holdsToPage = false
  lines = 0
  private socket: FakeSocket | null = null
  private peer: Peer | null = null
  private readonly room: BookRoom
  private readonly actor: Actor
  private readonly rights: BookRights
  /** Why the next line is refused. */
  refusal: { code: number; reason: string } | null = null

  constructor(room: BookRoom, actor: Actor, options: { rights?: BookRights; device?: Device } = {}) {
    this.room = room
    this.actor = actor
    this.rights = options.rights ?? {
      role: actor.seat.role,
      write: actor.seat.role === 'expert',
      order: false,
      remark: false,
    }
    this.line = openBook({
      server: 'ws://here',
      book: room.book,
      manifest: emptyManifest,
      rights: this.rights,
      closingPause: 0,
      connect: () => this.connect(),
      ...(options.device ? { device: options.device } : {}),
    })
  }

  /** Everything that may arrive does. Answers how much that was. */
  deliver(): number {
    let moved = 0
    if (!this.holdsToRoom)
      for (const frame of this.toRoom.splice(0)) {
        if (this.peer) this.room.receive(this.peer, frame)
        moved += 1
      }
    if (!this.holdsToPage)
      for (const frame of this.toPage.splice(0)) {
        this.socket?.onmessage?.({ data: frame.slice().buffer } as never)
        moved += 1
      }
    return moved
  }

  types(text: string, { in: section }: { in: SectionId }): void {
    const { doc } = this.line.section(section)
    doc.transact(() => appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text }] }]))
  }

  text(section: SectionId): string {
    return readText(this.line.section(section).text)
      .map((block) => (block.kind === 'paragraph' ? block.text.map(({ text }) => text).join('') : `(${block.kind})`))
      .join('\n')
  }

  /** The network is gone, and all that was on it. */
  drops(code = 1006, reason = ''): void {
    const { socket, peer } = this
    this.socket = this.peer = null
    this.toRoom.length = this.toPage.length = 0
    if (peer) this.room.leave(peer)
    socket?.onclose?.({ code, reason } as never)
  }

  private connect(): LineSocket {
    this.lines += 1
    const socket: FakeSocket = new FakeSocket(
      (frame) => this.socket === socket && this.toRoom.push(frame.slice()),
      () => this.socket === socket && this.drops(),
    )
    this.socket = socket
    queueMicrotask(() => {
      if (this.socket !== socket) return
      if (this.refusal) return this.drops(this.refusal.code, this.refusal.reason)
      const peer: Peer = {
        id: `page-${this.actor.person}`,
        actor: this.actor,
        rights: this.rights,
        only: null,
        send: (frame) => this.peer === peer && this.toPage.push(frame),
        backlog: () => 0,
        close: (code, reason) => this.peer === peer && this.drops(code, reason),
      }
      this.peer = peer
      socket.onopen?.({} as never)
      this.room.join(peer)
    })
    return socket
  }
}

class FakeSocket implements LineSocket {
  binaryType = ''
  readonly readyState = 1
  onopen: ((event: never) => void) | null = null
  onmessage: ((event: never) => void) | null = null
  onclose: ((event: never) => void) | null = null
  onerror: ((event: never) => void) | null = null
  readonly send: (frame: Uint8Array) => void
  readonly close: () => void

  constructor(send: (frame: Uint8Array) => void, close: () => void) {
    this.send = send
    this.close = close
  }
}
