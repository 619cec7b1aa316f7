import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import type { Channel, Member, Peer } from './peer.ts'
import type { SectionRoom } from './section-room.ts'
import { caretsFrame, closeCode, digestFrame, inSlot, syncFrame } from '../wire.ts'

/**
 * How much may wait for one line (bytes) before it gets less (I6): first no more carets, then no more changes – the line
 * is sent all it misses in one message once it has caught up – and in the end no line.
 */
const backlog = { carets: 256 * 1024, changes: 1024 * 1024, line: 8 * 1024 * 1024 } as const
/** A line that is behind is looked at this often (ms), and given up when it took nothing for so long. */
const lookEvery = 100
const patience = 20_000

/** A durable change to a section, by the line it came over; `null`: the server made it. */
export interface Change {
  readonly section: SectionRoom
  readonly from: Peer | null
  readonly update: Uint8Array
}

interface Hands {
  readonly clock: Clock
  readonly members: () => Iterable<Member>
  /**
   * Calls what `reads` answers once everything the documents hold now is durable (I1). It is asked again when that has
   * become another thing meanwhile.
   */
  readonly whenDurable: (reads: () => () => void) => void
  readonly slow: (peer: Peer, step: SlowStep) => void
}

export type SlowStep = 'carets' | 'changes' | 'closed'

/** Brings what is durable to the lines, each at the pace it can take. */
export class Delivery {
  private readonly hands: Hands
  private stopLooking: (() => void) | null = null
  private readonly frames = new WeakMap<Uint8Array, (peer: Peer) => Uint8Array>()
  /** The lines that are behind: what still waited for each when it last took something, and when that was. */
  private readonly waiting = new Map<Member, { left: number; since: number }>()

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** Sends the changes of one commit: per section merged once, encoded once; not back to a writer who was alone. */
  changes(changes: readonly Change[]): void {
    for (const [section, own] of Map.groupBy(changes, (change) => change.section)) {
      const update = own.length === 1 && own[0] ? own[0].update : Y.mergeUpdates(own.map((change) => change.update))
      const frames = bothFrames(section, syncFrame('update', update))
      const writer = own.every((change) => change.from === own[0]?.from) ? (own[0]?.from ?? null) : null
      for (const [member, channel] of this.audience(section)) {
        if (channel.behind) missed(channel.behind, update)
        else if (!channel.live || member.peer === writer) continue
        else if (member.peer.backlog() > backlog.changes) {
          channel.behind = section.reach()
          missed(channel.behind, update)
          this.hands.slow(member.peer, 'changes')
          this.wait(member)
        } else this.send(member, frames(member.peer))
      }
    }
  }

  /** To everyone in a section, except to lines that have enough to do already. */
  carets(section: SectionRoom, carets: Uint8Array): void {
    const frames = bothFrames(section, caretsFrame(carets))
    for (const [member] of this.audience(section)) {
      if (member.peer.backlog() > backlog.carets) this.hands.slow(member.peer, 'carets')
      else this.send(member, frames(member.peer))
    }
  }

  /** What a section holds at number `seq`, to every page in it; lines that are behind go without. */
  digest(section: SectionRoom, seq: number, digest: string): void {
    const frame = inSlot(section.slot, digestFrame(seq, digest, section.filled))
    for (const [member, channel] of this.audience(section)) {
      if (member.peer.only !== null || !channel.live || channel.behind) continue
      channel.compared = seq
      this.send(member, frame)
    }
  }

  /** Sends all that is missing to somebody who has this much, at once or when the line has room for it. */
  catchUp(member: Member, channel: Channel, known: Map<number, number>): void {
    channel.behind = known
    if (member.peer.backlog() > backlog.changes) this.wait(member)
    else this.sendMissing(member)
  }

  send(member: Member, frame: Uint8Array): void {
    if (member.peer.backlog() > backlog.line) return this.giveUp(member)
    member.peer.send(frame)
  }

  leave(member: Member): void {
    this.waiting.delete(member)
  }

  stop(): void {
    this.stopLooking?.()
    this.waiting.clear()
  }

  private *audience(section: SectionRoom): Iterable<[Member, Channel]> {
    for (const member of this.hands.members()) {
      const channel = member.channels.get(section)
      if (channel && !member.out) yield [member, channel]
    }
  }

  private sendMissing(member: Member): void {
    this.waiting.delete(member)
    for (const [section, channel] of member.channels) {
      if (!channel.behind || channel.catchingUp) continue
      if (member.peer.backlog() > backlog.changes) return this.wait(member)
      const { behind } = channel
      channel.catchingUp = true
      // What is put together now holds what is not durable yet. Changes that come out meanwhile are in it as well.
      this.hands.whenDurable(() => {
        const frames = this.framesOf(section, section.missingFor(behind))
        return () => {
          if (member.channels.get(section) !== channel) return
          Object.assign(channel, { behind: null, catchingUp: false, live: true })
          this.send(member, frames(member.peer))
        }
      })
    }
  }

  /** The whole of a section is the same bytes for a hall that comes in at the same moment: one frame for all of them. */
  private framesOf(section: SectionRoom, missing: Uint8Array): (peer: Peer) => Uint8Array {
    const known = this.frames.get(missing)
    if (known) return known
    const frames = bothFrames(section, syncFrame('step2', missing))
    this.frames.set(missing, frames)
    return frames
  }

  private wait(member: Member): void {
    if (!this.waiting.has(member))
      this.waiting.set(member, { left: member.peer.backlog(), since: this.hands.clock.now() })
    this.stopLooking ??= this.hands.clock.after(lookEvery, () => this.look())
  }

  private look(): void {
    this.stopLooking = null
    const now = this.hands.clock.now()
    for (const [member, progress] of [...this.waiting]) {
      const left = member.peer.backlog()
      if (left <= backlog.carets) this.sendMissing(member)
      else if (left < progress.left) Object.assign(progress, { left, since: now })
      else if (now - progress.since > patience) this.giveUp(member)
    }
    if (this.waiting.size > 0) this.stopLooking ??= this.hands.clock.after(lookEvery, () => this.look())
  }

  private giveUp(member: Member): void {
    if (member.out) return
    member.out = true
    this.waiting.delete(member)
    this.hands.slow(member.peer, 'closed')
    member.peer.close(closeCode.tooSlow, 'too-slow')
  }
}

/** One message for everyone in a section, encoded once for each of the two kinds of line. */
function bothFrames(section: SectionRoom, message: Uint8Array): (peer: Peer) => Uint8Array {
  const slotted = inSlot(section.slot, message)
  return (peer) => (peer.only === null ? slotted : message)
}

/** The line does not get this update: of each client id it has no more than what came before. */
function missed(known: Map<number, number>, update: Uint8Array): void {
  for (const [client, clock] of Y.parseUpdateMeta(update).from)
    known.set(client, Math.min(known.get(client) ?? clock, clock))
}
