import {
  withFact,
  type BookEntry,
  type BookId,
  type Manifest,
  type PersonId,
  type Result,
  type SectionId,
  type StructureFact,
} from '@witboek/domain'
import type * as Y from 'yjs'
import type { Clock } from './clock.ts'
import { CommitQueue } from './commit-queue.ts'
import { fanOut, SectionFrame, type Change } from './fan-out.ts'
import { newSectionDoc } from './layout.ts'
import { loadBook, type LoadedBook } from './loaded-book.ts'
import { Channel, type Peer } from './peer.ts'
import type { RoomLog } from './room-log.ts'
import { SectionRoom } from './section-room.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import {
  acknowledgedFrame,
  bookFrame,
  bookSlot,
  caretsFrame,
  closeCode,
  inSlot,
  outOfSlot,
  readSectionMessage,
  refusedFrame,
  syncFrame,
  wireVersion,
  type SectionMessage,
} from './wire.ts'

/** Carets go out at most this often (ms). */
const caretTick = 100

/** What a room is handed; it has no I/O of its own. */
export interface RoomHands {
  readonly log: RoomLog
  readonly clock: Clock
  /** The room can no longer be trusted to hold what the log holds: it has closed its lines and must be opened afresh. */
  readonly failed: (cause: unknown) => void
  /** Something that a person on duty may want to count or read; never text or names. */
  readonly noted: (note: RoomNote) => void
}

export type RoomNote =
  | { readonly what: 'refused'; readonly book: BookId; readonly person: PersonId; readonly code: string }
  | { readonly what: 'malformed'; readonly book: BookId; readonly person: PersonId }
  | { readonly what: 'committed'; readonly book: BookId; readonly entries: number; readonly seq: number }

/**
 * An open book: admits the updates of participants, makes them durable, and only then acknowledges them and shows them
 * to the others (I1). One actor per book; everything between two awaits happens in one turn.
 */
export class BookRoom {
  readonly book: BookId
  private readonly hands: RoomHands
  private readonly queue: CommitQueue
  private readonly snapshots: SnapshotKeeper
  private readonly sections = new Map<SectionId, SectionRoom>()
  /** Section by slot number; slot 0 is the book itself. */
  private readonly slots: SectionRoom[] = []
  private readonly peers = new Map<Peer, Map<SectionRoom, Channel>>()
  /** The shape with everything that was admitted; `durableManifest` is what people are told. */
  private manifest: Manifest
  private durableManifest: Manifest
  private changes: Change[] = []
  private stopCaretTick: (() => void) | null = null
  private closed = false

  static async open(book: BookId, hands: RoomHands): Promise<BookRoom> {
    return new BookRoom(book, hands, await loadBook(book, hands.log))
  }

  private constructor(book: BookId, hands: RoomHands, loaded: LoadedBook) {
    this.book = book
    this.hands = hands
    this.manifest = this.durableManifest = loaded.manifest
    for (const [id, doc] of loaded.docs) this.addSection(id, doc)
    this.snapshots = new SnapshotKeeper(book, hands, loaded.tail, {
      stateOf: (id) => this.sections.get(id)?.state() ?? null,
      quiet: () => this.queue.quiet,
    })
    this.queue = new CommitQueue(loaded.head, {
      clock: hands.clock,
      commit: (entries) => this.commit(entries),
      starting: (entries) => this.snapshots.commitStarts(entries),
      committed: (entries, seq) => this.committed(entries, seq),
      failed: (cause) => this.fail(cause),
    })
  }

  /** How many lines are open. */
  get size(): number {
    return this.peers.size
  }

  /** The number of the last durable entry. */
  get seq(): number {
    return this.queue.durable
  }

  join(peer: Peer): void {
    this.peers.set(peer, new Map())
    if (peer.only === null) {
      const slots = this.slots.map((section) => section.id)
      const { durableManifest: manifest, seq } = this
      peer.send(
        inSlot(bookSlot, bookFrame('welcome', { version: wireVersion, seq, manifest, rights: peer.rights, slots })),
      )
      return
    }
    const section = this.sections.get(peer.only)
    if (section) this.open(peer, section)
    else peer.close(closeCode.notFound, 'section-not-found')
  }

  leave(peer: Peer): void {
    if (!this.peers.delete(peer)) return
    for (const section of this.slots) if (section.carets.leave(peer)) this.tickCarets()
  }

  /** A frame from a peer. Bytes that cannot be understood close that peer's line and touch nothing. */
  receive(peer: Peer, frame: Uint8Array): void {
    if (this.closed || !this.peers.has(peer)) return
    try {
      const { section, message } = this.read(peer, frame)
      this.handle(peer, section, message)
    } catch {
      this.hands.noted({ what: 'malformed', book: this.book, person: peer.actor.person })
      peer.close(closeCode.notUnderstood, 'not-understood')
    }
  }

  /**
   * A command on the shape of the book: the rule decides on what is admitted so far, and the answer comes when the fact
   * is durable. Its place among the edits is the same for everyone.
   */
  async decide(
    person: PersonId,
    rule: (manifest: Manifest) => Result<StructureFact>,
  ): Promise<Result<{ readonly seq: number; readonly fact: StructureFact }>> {
    const decided = rule(this.manifest)
    if (!decided.ok) return decided
    const fact = decided.value
    this.manifest = withFact(this.manifest, fact)
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    this.queue.add({
      entries: [{ kind: 'fact', person, at: this.hands.clock.now(), fact }],
      then: (seq) => {
        this.announce(fact, seq)
        resolve(seq)
      },
    })
    void this.queue.settled().then(() => reject(new Error('the command could not be saved')))
    return { ok: true, value: { seq: await promise, fact } }
  }

  /** Reads the book as it is now, and answers once all of that is durable (I1). */
  async readDurable<Value>(
    reader: (book: { manifest: Manifest; docs: ReadonlyMap<SectionId, Y.Doc> }) => Value,
  ): Promise<{ seq: number; value: Value }> {
    const docs = new Map(this.slots.map((section) => [section.id, section.read((doc) => doc)]))
    const value = reader({ manifest: this.manifest, docs })
    const { promise, resolve, reject } = Promise.withResolvers<{ seq: number; value: Value }>()
    this.queue.add({ entries: [], then: (seq) => resolve({ seq, value }) })
    void this.queue.settled().then(() => reject(new Error('the book could not be read')))
    return promise
  }

  /** Ends every line of a kind of peer: `match` says which. */
  closePeers(code: number, reason: string, match: (peer: Peer) => boolean = () => true): void {
    for (const peer of [...this.peers.keys()]) if (match(peer)) peer.close(code, reason)
  }

  /** Everything admitted is committed, a snapshot is taken, and the room is empty. */
  async close(code: number, reason: string): Promise<void> {
    this.closePeers(code, reason)
    await this.queue.settled()
    this.closed = true
    this.stopCaretTick?.()
    await this.snapshots.take(this.seq)
    for (const section of this.slots) section.destroy()
  }

  private read(peer: Peer, frame: Uint8Array): { section: SectionRoom; message: SectionMessage } {
    const { slot, message } = peer.only === null ? outOfSlot(frame) : { slot: null, message: frame }
    const section = slot === null ? this.sections.get(peer.only as SectionId) : this.slots[slot - 1]
    if (!section) throw new RangeError(`no section in slot ${slot}`)
    return { section, message: readSectionMessage(message) }
  }

  private handle(peer: Peer, section: SectionRoom, message: SectionMessage): void {
    const channel = this.open(peer, section)
    switch (message.type) {
      case 'step1':
        return this.answerStep1(peer, section, channel, message.bytes)
      case 'step2':
      case 'update':
        channel.count += 1
        return this.judge(peer, section, channel, message)
      case 'carets':
        if (section.carets.receive(peer, message.bytes)) this.tickCarets()
        return
      case 'queryCarets':
        return this.sendAllCarets(peer, section)
      case 'acknowledged':
      case 'refused':
        throw new RangeError('a message that only the server sends')
    }
  }

  /** The first message on a section opens it for this peer: the server asks for what it misses, offline edits included. */
  private open(peer: Peer, section: SectionRoom): Channel {
    const channels = this.peers.get(peer)
    const known = channels?.get(section)
    if (known) return known
    const channel = new Channel()
    channels?.set(section, channel)
    this.send(peer, section, syncFrame('step1', section.stateVector()))
    this.sendAllCarets(peer, section)
    return channel
  }

  /** The answer is put together now and sent when all of it is durable; what comes after goes out as changes. */
  private answerStep1(peer: Peer, section: SectionRoom, channel: Channel, stateVector: Uint8Array): void {
    const missing = section.missingFor(stateVector)
    this.queue.add({
      entries: [],
      then: () => {
        this.send(peer, section, syncFrame('step2', missing))
        channel.live = true
      },
    })
  }

  private judge(
    peer: Peer,
    section: SectionRoom,
    channel: Channel,
    message: { readonly type: 'step1' | 'step2' | 'update' | 'carets'; readonly bytes: Uint8Array },
  ): void {
    const effect = section.effectOf(message.bytes)
    if (effect === 'malformed') throw new RangeError('malformed update')
    if (effect === 'gap') {
      if (!this.mayWrite(peer, section)) return
      // Nothing is applied and nothing acknowledged; asked again, an honest client sends all it has.
      channel.gap = true
      this.send(peer, section, syncFrame('step1', section.stateVector()))
      return
    }
    if (effect === 'something' && !this.mayWrite(peer, section)) return
    if (message.type === 'step2') channel.gap = false
    const acknowledge = channel.gap ? null : channel.count
    const update = effect === 'something' ? this.apply(section, message.bytes) : null
    if (!update) {
      // All known already, but perhaps not yet durable: even this acknowledgement waits its turn.
      this.queue.add({ entries: [], then: (seq) => this.acknowledge(peer, section, acknowledge, seq) })
      return
    }
    const at = this.hands.clock.now()
    this.queue.add({
      entries: [{ kind: 'edit', person: peer.actor.person, at, section: section.id, update }],
      then: (seq) => {
        this.changes.push({ section, from: peer, update })
        this.acknowledge(peer, section, acknowledge, seq)
      },
    })
  }

  private mayWrite(peer: Peer, section: SectionRoom): boolean {
    const removed = this.manifest.sections.find(({ id }) => id === section.id)?.removed ?? true
    const code = !peer.rights.write ? 'not-for-your-role' : removed ? 'section-removed' : null
    if (code === null) return true
    this.hands.noted({ what: 'refused', book: this.book, person: peer.actor.person, code })
    this.send(peer, section, refusedFrame(code))
    // A stock client goes on sending what can never arrive; ours knows what to do with a refusal.
    if (peer.only !== null) peer.close(closeCode.refused, code)
    return false
  }

  private apply(section: SectionRoom, update: Uint8Array): Uint8Array | null {
    try {
      return section.apply(update)
    } catch (cause) {
      this.fail(cause)
      return null
    }
  }

  private acknowledge(peer: Peer, section: SectionRoom, count: number | null, seq: number): void {
    if (peer.only === null && count !== null) this.send(peer, section, acknowledgedFrame(count, seq))
  }

  private async commit(entries: readonly BookEntry[]): Promise<number> {
    const appended = await this.hands.log.append(this.book, this.queue.durable, entries)
    if (!appended.ok) throw new Error(`the log of ${this.book} has moved on to ${appended.head}`)
    return appended.head
  }

  private committed(entries: readonly BookEntry[], seq: number): void {
    const changes = this.changes
    this.changes = []
    fanOut(changes, (section) => this.channelsOf(section))
    this.hands.noted({ what: 'committed', book: this.book, entries: entries.length, seq })
    this.snapshots.committed(seq)
  }

  private announce(fact: StructureFact, seq: number): void {
    this.durableManifest = withFact(this.durableManifest, fact)
    if (fact.type === 'section:added' && !this.sections.has(fact.section))
      this.addSection(fact.section, newSectionDoc())
    const frame = inSlot(bookSlot, bookFrame('fact', { seq, fact }))
    for (const peer of this.peers.keys()) if (peer.only === null) peer.send(frame)
  }

  private addSection(id: SectionId, doc: Y.Doc): void {
    const section = new SectionRoom(id, this.slots.length + 1, doc)
    this.slots.push(section)
    this.sections.set(id, section)
  }

  private *channelsOf(section: SectionRoom): Iterable<[Peer, Channel]> {
    for (const [peer, channels] of this.peers) {
      const channel = channels.get(section)
      if (channel) yield [peer, channel]
    }
  }

  private sendAllCarets(peer: Peer, section: SectionRoom): void {
    const carets = section.carets.all()
    if (carets) this.send(peer, section, caretsFrame(carets))
  }

  private tickCarets(): void {
    this.stopCaretTick ??= this.hands.clock.after(caretTick, () => {
      this.stopCaretTick = null
      for (const section of this.slots) {
        const changes = section.carets.takeChanges()
        if (!changes) continue
        const frame = new SectionFrame(section, caretsFrame(changes))
        for (const [peer] of this.channelsOf(section)) peer.send(frame.for(peer))
      }
    })
  }

  private send(peer: Peer, section: SectionRoom, message: Uint8Array): void {
    peer.send(peer.only === null ? inSlot(section.slot, message) : message)
  }

  /** Nothing that waited was shown or acknowledged; the writers still have it, and send it again to the room opened next. */
  private fail(cause: unknown): void {
    if (this.closed) return
    this.closed = true
    this.queue.stop()
    this.snapshots.stop()
    this.stopCaretTick?.()
    this.closePeers(closeCode.tryAgain, 'not-saved')
    this.hands.failed(cause)
  }
}
