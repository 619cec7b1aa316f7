import type { Actor, BookRights, SectionId } from '@witboek/domain'

/** One open line of one person to one book: what a room knows of a WebSocket. */
export interface Peer {
  /** For the log of the server: which line, not who. */
  readonly id: string
  readonly actor: Actor
  readonly rights: BookRights
  /** `null`: the whole book over one line; else a stock y-websocket line to this one section. */
  readonly only: SectionId | null
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
}

/** What the room remembers of a peer in one section. */
export class Channel {
  /** The peer has the section's state, so from here on it gets what changes. */
  live = false
  /** Messages with edits received on this line; the client counts the same way. */
  count = 0
  /** An edit came that builds on something missing: until the peer has sent everything, nothing more is acknowledged. */
  gap = false
}
