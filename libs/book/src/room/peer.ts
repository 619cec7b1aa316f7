import type { Actor, BookRights, SectionId } from '@witboek/domain'
import type { SectionRoom } from './section-room.ts'

/** One open line of one person to one book: what a room knows of a WebSocket. */
export interface Peer {
  /** For the log of the server: which line, not who. */
  readonly id: string
  readonly actor: Actor
  /** What the person may do when the line opens; from then on the room keeps count. */
  readonly rights: BookRights
  /** `null`: the whole book over one line; else a stock y-websocket line to this one section. */
  readonly only: SectionId | null
  send(frame: Uint8Array): void
  /** Bytes handed over that the network has not taken yet. */
  backlog(): number
  close(code: number, reason: string): void
}

/** What the room remembers of a line in one section. */
export class Channel {
  /** The line has the section's state, so from here on it gets what changes. */
  live = false
  /** Messages with edits received on this line since the section was opened; the client counts the same way. */
  count = 0
  /** An edit came that builds on something missing: until the line has sent everything, nothing more is acknowledged. */
  gap = false
  /** An edit was not accepted: what comes after it builds on it, so all of it stays with the writer until a fresh start. */
  setAside = false
  /** What the line surely has (client id → clock), while it waits to be sent the rest; `null` when it has all. */
  behind: Map<number, number> | null = null
  /** The digest the page was sent last (its number in the sequence): once it may say that its copy is another one. */
  compared: number | null = null
  /** The rest is on its way, as soon as it is durable. */
  catchingUp = false
}

/** Somebody in the room: a line, what its person may do now, and the sections open on it. */
export class Member {
  readonly peer: Peer
  rights: BookRights
  /** The line is about to end, because its person may not even read any more or because it is too slow: nothing is taken from it. */
  out = false
  readonly channels = new Map<SectionRoom, Channel>()
  /** Client ids that wrote for the first time over this line. */
  newClients = 0

  constructor(peer: Peer) {
    this.peer = peer
    this.rights = peer.rights
  }
}
