import type { BookId, BookRights, PersonId, SectionId } from '@witboek/domain'
import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import {
  bookFrame,
  bookSlot,
  caretsFrame,
  closeCode,
  inSlot,
  outOfSlot,
  readBookMessage,
  readSectionMessage,
  syncFrame,
  wireVersion,
  type SectionMessage,
} from '../wire.ts'
import type { RightsOf } from './catch-up.ts'
import { ClosingRounds } from './closing-round.ts'
import type { Delivery } from './delivery.ts'
import { Malformed, type EditDoor } from './edit-door.ts'
import { Channel, Member, type Peer } from './peer.ts'
import type { SectionRoom } from './section-room.ts'
import type { Sections } from './sections.ts'

/**
 * Carets go out this long (ms) after they moved: soon where many of the people there move about, else at leisure, because
 * it is a write to everyone; or earlier (but so long after the last time) when there is something to send anyway.
 */
const caretTick = { soon: 40, leisure: 100, along: 30 } as const
/** One in so many moves: that is many. */
const manyMove = 12
/** A state vector names no more client ids than this: far more than ever wrote in a section. */
const clientsMax = 50_000

export type LineNote =
  | { readonly what: 'malformed'; readonly book: BookId; readonly person: PersonId; readonly why: string }
  /** A page found its copy to be another one than the room's (I7). */
  | { readonly what: 'differs'; readonly book: BookId; readonly section: SectionId; readonly person: PersonId }

interface Hands {
  readonly book: BookId
  readonly clock: Clock
  readonly sections: Sections
  readonly delivery: Delivery
  readonly door: EditDoor
  /** The number of the last durable entry. */
  readonly seq: () => number
  readonly noted: (note: LineNote) => void
  /** Carets of lines to this server that changed: for the other servers. */
  readonly shareCarets: (section: SectionId, carets: Uint8Array) => void
}

/** The lines that are open to a book: who comes, who goes, what they say, and what they are all told. */
export class Lines {
  private readonly hands: Hands
  private readonly members = new Map<Peer, Member>()
  private readonly closing: ClosingRounds<Member>
  private stopCaretTick: (() => void) | null = null
  private lastCarets = -Infinity
  private deaf = false

  constructor(hands: Hands) {
    this.hands = hands
    this.closing = new ClosingRounds(hands.clock)
  }

  get size(): number {
    return this.members.size
  }

  all(): Iterable<Member> {
    return this.members.values()
  }

  join(peer: Peer): void {
    const member = new Member(peer)
    this.members.set(peer, member)
    if (peer.only === null) {
      const slots = this.hands.sections.slots.map((section) => section.id)
      const { durable: manifest } = this.hands.sections
      const welcome = { version: wireVersion, seq: this.hands.seq(), manifest, rights: member.rights, slots }
      this.hands.delivery.send(member, inSlot(bookSlot, bookFrame('welcome', welcome)))
      return
    }
    const section = this.hands.sections.get(peer.only)
    if (section) this.open(member, section)
    else peer.close(closeCode.notFound, 'section-not-found')
  }

  leave(peer: Peer): void {
    const member = this.members.get(peer)
    if (!member) return
    this.members.delete(peer)
    this.hands.delivery.leave(member)
    this.closing.leave(member)
    for (const section of this.hands.sections.slots) if (section.carets.leave(peer)) this.tickCarets()
  }

  /** A frame from a peer. Bytes that cannot be understood close that peer's line and touch nothing. */
  receive(peer: Peer, frame: Uint8Array): void {
    const member = this.members.get(peer)
    if (this.deaf || !member || member.out) return
    try {
      const { slot, message } = peer.only === null ? outOfSlot(frame) : { slot: null, message: frame }
      if (slot === bookSlot) return this.handleBook(member, message)
      const section =
        slot === null ? this.hands.sections.get(peer.only as SectionId) : this.hands.sections.slots[slot - 1]
      if (!section) throw new Malformed('a slot without a section')
      this.handle(member, section, readSectionMessage(message))
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : 'unreadable'
      this.hands.noted({ what: 'malformed', book: this.hands.book, person: peer.actor.person, why })
      member.out = true
      peer.close(closeCode.notUnderstood, 'not-understood')
    }
  }

  /** A frame for every page that has the whole book open. */
  tellPages(frame: Uint8Array): void {
    for (const member of this.members.values()) if (member.peer.only === null) this.hands.delivery.send(member, frame)
  }

  /** A message about one section, to one line. */
  send(member: Member, section: SectionRoom, message: Uint8Array): void {
    this.hands.delivery.send(member, member.peer.only === null ? inSlot(section.slot, message) : message)
  }

  /** In force for every open line from this turn on; the answer is what to tell them, in its place in the sequence. */
  giveRights(rightsOf: RightsOf): () => void {
    const changed: [Member, BookRights | null][] = []
    for (const member of this.members.values()) {
      const rights = rightsOf(member.peer.actor)
      if (rights && sameRights(rights, member.rights)) continue
      member.rights = rights ?? { ...member.rights, write: false, order: false, remark: false }
      if (!rights) member.out = true
      changed.push([member, rights])
    }
    return () => {
      for (const [member, rights] of changed) {
        if (rights === null) member.peer.close(closeCode.refused, 'not-for-your-role')
        else if (member.peer.only === null)
          this.hands.delivery.send(member, inSlot(bookSlot, bookFrame('rights', rights)))
      }
    }
  }

  /** Tells the pages that a lock is about to fall, and waits for the last words of those who may write. */
  async letFlush(sections: readonly SectionId[]): Promise<void> {
    const closing = sections.map((id) => this.hands.sections.get(id))
    const pages = [...this.members.values()].filter(({ peer, out }) => peer.only === null && !out)
    const writers = pages.filter(
      ({ rights, channels }) => rights.write && closing.some((section) => section && channels.has(section)),
    )
    const { number: round, over } = this.closing.start(writers)
    const frame = inSlot(bookSlot, bookFrame('closing', { round, sections }))
    for (const member of pages) this.hands.delivery.send(member, frame)
    await over
  }

  /** Something is being sent to everyone: carets that moved go with it, which costs no write of their own. */
  caretsAlong(): void {
    if (this.stopCaretTick && this.hands.clock.now() - this.lastCarets >= caretTick.along) this.sendCarets()
  }

  /** Carets on another server. */
  hearCarets(id: SectionId, carets: Uint8Array): void {
    if (this.hands.sections.get(id)?.carets.hear(carets, this.hands.clock.now())) this.tickCarets()
  }

  /** Ends every line of a kind of peer: `match` says which. Nothing that still comes over it is taken. */
  close(code: number, reason: string, match: (peer: Peer) => boolean = () => true): void {
    for (const [peer, member] of [...this.members]) {
      if (!match(peer)) continue
      member.out = true
      peer.close(code, reason)
    }
  }

  /** Nobody is waited for any more. */
  stopWaiting(): void {
    this.closing.stop()
  }

  /** Nothing is heard or said any more. */
  stop(): void {
    this.deaf = true
    this.closing.stop()
    this.stopCaretTick?.()
  }

  private handleBook(member: Member, bytes: Uint8Array): void {
    const message = readBookMessage(bytes)
    if (message?.type !== 'flushed') throw new Malformed('a message that only the server sends')
    this.closing.flushed(message.round, member)
  }

  private handle(member: Member, section: SectionRoom, message: SectionMessage): void {
    const { peer } = member
    if (message.type === 'open') {
      if (section.carets.leave(peer)) this.tickCarets()
      member.channels.delete(section)
    }
    const channel = this.open(member, section)
    switch (message.type) {
      case 'open':
        return
      case 'step1': {
        const known = Y.decodeStateVector(message.bytes)
        if (known.size > clientsMax) throw new Malformed('too many client ids in a state vector')
        return this.hands.delivery.catchUp(member, channel, known)
      }
      case 'step2':
      case 'update':
        return this.hands.door.receive(member, section, channel, { type: message.type, bytes: message.bytes })
      case 'carets':
        if (section.carets.receive(peer, message.bytes, this.hands.clock.now())) this.tickCarets()
        return
      case 'queryCarets':
        return this.sendAllCarets(member, section)
      case 'differs':
        // Somebody is woken for this: it is believed once for every digest that was sent, and for nothing else.
        if (message.seq !== channel.compared) return
        channel.compared = null
        this.hands.noted({ what: 'differs', book: this.hands.book, section: section.id, person: peer.actor.person })
        return
      case 'acknowledged':
      case 'setAside':
      case 'digest':
      case 'refused':
        throw new Malformed('a message that only the server sends')
    }
  }

  /** The first message on a section opens it for this peer: the server asks for what it misses, offline edits included. */
  private open(member: Member, section: SectionRoom): Channel {
    const known = member.channels.get(section)
    if (known) return known
    const channel = new Channel()
    member.channels.set(section, channel)
    this.send(member, section, syncFrame('step1', section.stateVector()))
    this.sendAllCarets(member, section)
    return channel
  }

  private sendAllCarets(member: Member, section: SectionRoom): void {
    const carets = section.carets.all(this.hands.clock.now())
    if (carets) this.send(member, section, caretsFrame(carets))
  }

  private tickCarets(): void {
    const { clock } = this.hands
    this.stopCaretTick ??= clock.after(caretTick.soon, () => {
      const moved = this.hands.sections.slots.reduce((sum, { carets }) => sum + carets.moved, 0)
      if (moved * manyMove >= this.size) return this.sendCarets()
      this.stopCaretTick = clock.after(caretTick.leisure - caretTick.soon, () => this.sendCarets())
    })
  }

  private sendCarets(): void {
    this.stopCaretTick?.()
    this.stopCaretTick = null
    this.lastCarets = this.hands.clock.now()
    for (const section of this.hands.sections.slots) {
      const changes = section.carets.takeChanges()
      if (changes) this.hands.delivery.carets(section, changes.all)
      if (changes?.own) this.hands.shareCarets(section.id, changes.own)
    }
  }
}

const sameRights = (one: BookRights, other: BookRights): boolean =>
  one.role === other.role && one.write === other.write && one.order === other.order && one.remark === other.remark
