import * as Y from 'yjs'
import type { Channel, Peer } from './peer.ts'
import type { SectionRoom } from './section-room.ts'
import { inSlot, syncFrame } from './wire.ts'

/** A durable change to a section, by the line it came over. */
export interface Change {
  readonly section: SectionRoom
  readonly from: Peer
  readonly update: Uint8Array
}

/** One message for everyone in a section, encoded once for each of the two kinds of line. */
export class SectionFrame {
  private readonly plain: Uint8Array
  private readonly slotted: Uint8Array

  constructor(section: SectionRoom, message: Uint8Array) {
    this.plain = message
    this.slotted = inSlot(section.slot, message)
  }

  for(peer: Peer): Uint8Array {
    return peer.only === null ? this.slotted : this.plain
  }
}

/** The peers that get what changes in a section. */
export type Audience = (section: SectionRoom) => Iterable<[Peer, Channel]>

/** Sends the changes of one commit: per section merged once, encoded once; not back to a writer who was alone. */
export function fanOut(changes: readonly Change[], audience: Audience): void {
  for (const [section, own] of Map.groupBy(changes, (change) => change.section)) {
    const update = own.length === 1 && own[0] ? own[0].update : Y.mergeUpdates(own.map((change) => change.update))
    const frame = new SectionFrame(section, syncFrame('update', update))
    const writer = own.every((change) => change.from === own[0]?.from) ? own[0]?.from : null
    for (const [peer, channel] of audience(section)) if (channel.live && peer !== writer) peer.send(frame.for(peer))
  }
}
