import {
  changeLocks,
  endedLocks,
  ok,
  refuse,
  sectionsToClose,
  withFact,
  type AccessFact,
  type Actor,
  type BookEntry,
  type BookFact,
  type BookId,
  type BookRights,
  type LockCommand,
  type Manifest,
  type ParkedEdit,
  type PersonId,
  type Result,
  type SectionId,
} from '@witboek/domain'
import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import { ClosingRounds } from './closing-round.ts'
import { CommitQueue } from './commit-queue.ts'
import { Delivery, type Change, type SlowStep } from './delivery.ts'
import { DigestRound } from './digest-round.ts'
import { EditDoor, Malformed, type AcknowledgedNote, type RefusedNote } from './edit-door.ts'
import { newSectionDoc } from '../layout.ts'
import { loadBook, type LoadedBook } from './loaded-book.ts'
import { LockWatch } from './lock-watch.ts'
import { Channel, Member, type Peer } from './peer.ts'
import type { RoomLog } from './room-log.ts'
import { SectionRoom, sectionBytesMax } from './section-room.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
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
import { putWords } from '../words.ts'

/** Carets go out at most this often (ms). */
const caretTick = 100
/** A state vector names no more client ids than this: far more than ever wrote in a section. */
const clientsMax = 50_000

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
  | RefusedNote
  | AcknowledgedNote
  | { readonly what: 'malformed'; readonly book: BookId; readonly person: PersonId; readonly why: string }
  | { readonly what: 'committed'; readonly book: BookId; readonly entries: number; readonly seq: number }
  /** A page found its copy to be another one than the room's (I7). */
  | { readonly what: 'differs'; readonly book: BookId; readonly section: SectionId; readonly person: PersonId }
  | { readonly what: 'slow'; readonly book: BookId; readonly person: PersonId; readonly step: SlowStep }

/** Facts that were recorded, and the number of the last one. */
export interface RecordedFacts {
  readonly seq: number
  readonly facts: readonly BookFact[]
}

/**
 * An open book: admits the updates of participants, makes them durable, and only then acknowledges them and shows them
 * to the others (I1). One actor per book; everything between two awaits happens in one turn.
 */
export class BookRoom {
  readonly book: BookId
  private readonly hands: RoomHands
  private readonly queue: CommitQueue
  private readonly snapshots: SnapshotKeeper
  private readonly delivery: Delivery
  private readonly door: EditDoor
  private readonly digests: DigestRound
  private readonly locks: LockWatch
  private readonly closing: ClosingRounds<Member>
  private readonly sections = new Map<SectionId, SectionRoom>()
  /** Section by slot number; slot 0 is the book itself. */
  private readonly slots: SectionRoom[] = []
  private readonly members = new Map<Peer, Member>()
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
    const { clock } = hands
    this.book = book
    this.hands = hands
    this.manifest = this.durableManifest = loaded.manifest
    const authors = Map.groupBy(loaded.authors, ({ section }) => section)
    for (const [id, doc] of loaded.docs)
      this.addSection(
        id,
        doc,
        (authors.get(id) ?? []).map(({ client, person }) => [client, person]),
      )
    this.snapshots = new SnapshotKeeper(book, hands, loaded.tail, {
      stateOf: (id) => this.sections.get(id)?.state() ?? null,
      quiet: () => this.queue.quiet,
    })
    this.digests = new DigestRound({
      clock,
      sections: () => this.slots,
      quiet: () => this.queue.quiet,
      send: (section, digest) => this.delivery.digest(section, this.seq, digest),
    })
    this.queue = new CommitQueue(loaded.head, {
      clock,
      commit: (entries) => this.commit(entries),
      starting: (entries) => {
        this.snapshots.commitStarts(entries)
        this.digests.commitStarts()
      },
      committed: (entries, seq) => this.committed(entries, seq),
      failed: (cause) => this.fail(cause),
    })
    this.delivery = new Delivery({
      clock,
      members: () => this.members.values(),
      whenDurable: (then) => this.queue.add({ entries: [], then }),
      slow: ({ actor: { person } }, step) => hands.noted({ what: 'slow', book, person, step }),
    })
    this.door = new EditDoor({
      book,
      clock,
      manifest: () => this.manifest,
      queue: this.queue,
      send: (member, section, message) => this.send(member, section, message),
      show: (change) => this.changes.push(change),
      noted: hands.noted,
      failed: (cause) => this.fail(cause),
    })
    this.closing = new ClosingRounds(clock)
    this.locks = new LockWatch(clock, () => void this.endLocks())
    this.locks.look(this.manifest)
  }

  /** How many lines are open. */
  get size(): number {
    return this.members.size
  }

  /** The number of the last durable entry. */
  get seq(): number {
    return this.queue.durable
  }

  join(peer: Peer): void {
    const member = new Member(peer)
    this.members.set(peer, member)
    if (peer.only === null) {
      const slots = this.slots.map((section) => section.id)
      const { durableManifest: manifest, seq } = this
      const welcome = { version: wireVersion, seq, manifest, rights: member.rights, slots }
      this.delivery.send(member, inSlot(bookSlot, bookFrame('welcome', welcome)))
      return
    }
    const section = this.sections.get(peer.only)
    if (section) this.open(member, section)
    else peer.close(closeCode.notFound, 'section-not-found')
  }

  leave(peer: Peer): void {
    const member = this.members.get(peer)
    if (!member) return
    this.members.delete(peer)
    this.delivery.leave(member)
    this.closing.leave(member)
    for (const section of this.slots) if (section.carets.leave(peer)) this.tickCarets()
  }

  /** A frame from a peer. Bytes that cannot be understood close that peer's line and touch nothing. */
  receive(peer: Peer, frame: Uint8Array): void {
    const member = this.members.get(peer)
    if (this.closed || !member || member.out) return
    try {
      const { slot, message } = peer.only === null ? outOfSlot(frame) : { slot: null, message: frame }
      if (slot === bookSlot) return this.handleBook(member, message)
      const section = slot === null ? this.sections.get(peer.only as SectionId) : this.slots[slot - 1]
      if (!section) throw new Malformed('a slot without a section')
      this.handle(member, section, readSectionMessage(message))
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : 'unreadable'
      this.hands.noted({ what: 'malformed', book: this.book, person: peer.actor.person, why })
      member.out = true
      peer.close(closeCode.notUnderstood, 'not-understood')
    }
  }

  /**
   * A command to the book: the rule decides on what is admitted so far, and the answer comes when the facts are durable.
   * Their place among the edits is the same for everyone.
   */
  async decide(
    person: PersonId,
    rule: (manifest: Manifest) => Result<readonly BookFact[]>,
  ): Promise<Result<RecordedFacts>> {
    const decided = rule(this.manifest)
    if (!decided.ok) return decided
    const facts = decided.value
    return ok({ seq: await this.record(person, facts), facts })
  }

  /**
   * A Chef's command to the locks, in two steps (LOCK-3): the pages go read-only and send what they have, for two seconds
   * at most; then the lock falls. Answered when it is durable: no edit stands behind it in the sequence.
   */
  async lock(chef: PersonId, command: LockCommand, rights: BookRights): Promise<Result<RecordedFacts>> {
    const rule = (manifest: Manifest) => changeLocks(manifest, command, rights, chef, this.hands.clock.now())
    // Asked beforehand, so that no page closes for a lock that will not come.
    const likely = rule(this.manifest)
    if (!likely.ok) return likely
    const sections = sectionsToClose(this.manifest, command)
    if (sections.length > 0) await this.letFlush(sections)
    return this.decide(chef, rule)
  }

  /**
   * Puts words that were set aside into the text after all, under their writer's name; the fact behind the edit says so
   * (PARK-4). Not into a section that is closed to everyone.
   */
  async admit(chef: PersonId, parked: ParkedEdit): Promise<Result<{ readonly seq: number }>> {
    const section = this.sections.get(parked.section)
    if (!section) return refuse({ code: 'section-not-found' })
    const closed = this.door.whyClosed(section.id, null)
    if (closed) return refuse(closed)
    const { update, client } = section.draft((doc) => putWords(doc, parked.pieces))
    const verdict = section.judge(update, parked.writer)
    if (verdict.kind !== 'something') return refuse({ code: 'not-allowed-text' })
    if (!section.hasRoomFor(verdict.update)) return refuse({ code: 'section-too-large', max: sectionBytesMax })
    const changed = section.apply(verdict.update)
    if (!changed) return refuse({ code: 'not-allowed-text' })
    const newClients = section.authors.wrote([client], parked.writer)
    const at = this.hands.clock.now()
    const edit = { kind: 'edit', person: parked.writer, at, section: section.id, update: changed, newClients } as const
    const fact = { type: 'edit:admitted', parked: parked.id, section: section.id, writer: parked.writer } as const
    // Both are added in one turn, so one commit has both or neither.
    this.queue.add({ entries: [edit], then: () => this.changes.push({ section, from: null, update: changed }) })
    return ok({ seq: await this.record(chef, [fact]) })
  }

  /**
   * Who may do what here has changed. In force at once, on every open line and for every edit that comes after; the fact
   * stands in the sequence right there (I3). `rightsOf` answers `null` for whoever may not even read any more.
   */
  async changeAccess(
    by: PersonId,
    fact: AccessFact,
    rightsOf: (actor: Actor) => BookRights | null,
  ): Promise<{ readonly seq: number }> {
    const changed: [Member, BookRights | null][] = []
    for (const member of this.members.values()) {
      const rights = rightsOf(member.peer.actor)
      if (rights && sameRights(rights, member.rights)) continue
      if (rights) member.rights = rights
      else member.out = true
      changed.push([member, rights])
    }
    const seq = await this.record(by, [fact], () => {
      for (const [member, rights] of changed) {
        if (rights === null) member.peer.close(closeCode.refused, 'not-for-your-role')
        else if (member.peer.only === null) this.delivery.send(member, inSlot(bookSlot, bookFrame('rights', rights)))
      }
    })
    return { seq }
  }

  /** Reads the book as it is now, and answers once all of that is durable (I1). */
  async readDurable<Value>(
    reader: (book: { manifest: Manifest; docs: ReadonlyMap<SectionId, Y.Doc> }) => Value,
  ): Promise<{ seq: number; value: Value }> {
    const docs = new Map(this.slots.map((section) => [section.id, section.read((doc) => doc)]))
    const value = reader({ manifest: this.manifest, docs })
    return { seq: await this.durable([], () => undefined), value }
  }

  /** Ends every line of a kind of peer: `match` says which. Nothing that still comes over it is taken. */
  closePeers(code: number, reason: string, match: (peer: Peer) => boolean = () => true): void {
    for (const [peer, member] of [...this.members]) {
      if (!match(peer)) continue
      member.out = true
      peer.close(code, reason)
    }
  }

  /** Everything admitted is committed, a snapshot is taken, and the room is empty. */
  async close(code: number, reason: string): Promise<void> {
    this.closePeers(code, reason)
    this.closing.stop()
    await this.queue.settled()
    this.closed = true
    this.stopTimers()
    await this.snapshots.take(this.seq)
    for (const section of this.slots) section.destroy()
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
        return this.delivery.catchUp(member, channel, known)
      }
      case 'step2':
      case 'update':
        return this.door.receive(member, section, channel, { type: message.type, bytes: message.bytes })
      case 'carets':
        if (section.carets.receive(peer, message.bytes)) this.tickCarets()
        return
      case 'queryCarets':
        return this.sendAllCarets(member, section)
      case 'differs':
        // Somebody is woken for this: it is believed once for every digest that was sent, and for nothing else.
        if (message.seq !== channel.compared) return
        channel.compared = null
        this.hands.noted({ what: 'differs', book: this.book, section: section.id, person: peer.actor.person })
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

  /** Tells the pages that a lock is about to fall, and waits for the last words of those who may write. */
  private async letFlush(sections: readonly SectionId[]): Promise<void> {
    const closing = sections.map((id) => this.sections.get(id))
    const pages = [...this.members.values()].filter(({ peer, out }) => peer.only === null && !out)
    const writers = pages.filter(
      ({ rights, channels }) => rights.write && closing.some((section) => section && channels.has(section)),
    )
    const { number: round, over } = this.closing.start(writers)
    const frame = inSlot(bookSlot, bookFrame('closing', { round, sections }))
    for (const member of pages) this.delivery.send(member, frame)
    await over
  }

  /** Locks whose time is up are opened, under the name of the Chef who gave them that end. */
  private async endLocks(): Promise<void> {
    const now = this.hands.clock.now()
    const { facts } = endedLocks(this.manifest, now)
    const locks = [this.manifest.freeze, ...this.manifest.sections.map(({ lock }) => lock)]
    const chef = locks.find((lock) => lock?.until && lock.until <= now)?.chef
    // When it cannot be saved the room is given up anyway, and the next one looks again.
    if (chef) await this.record(chef, facts).catch(() => undefined)
  }

  /** Facts in one step of the sequence, in force from this turn on. */
  private record(person: PersonId, facts: readonly BookFact[], then: () => void = () => undefined): Promise<number> {
    const at = this.hands.clock.now()
    for (const fact of facts) this.manifest = withFact(this.manifest, fact)
    this.locks.look(this.manifest)
    const entries = facts.map((fact): BookEntry => ({ kind: 'fact', person, at, fact }))
    return this.durable(entries, (seq) => {
      this.showChanges()
      facts.forEach((fact, i) => this.announce(fact, seq - facts.length + 1 + i))
      then()
    })
  }

  /** Resolves when these entries and all before them are durable, right after `then`; rejects when that cannot be. */
  private durable(entries: readonly BookEntry[], then: (seq: number) => void): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    this.queue.add({
      entries,
      then: (seq) => {
        then(seq)
        resolve(seq)
      },
    })
    void this.queue.settled().then(() => reject(new Error('the book could not be saved')))
    return promise
  }

  private async commit(entries: readonly BookEntry[]): Promise<number> {
    const appended = await this.hands.log.append(this.book, this.queue.durable, entries)
    if (!appended.ok) throw new Error(`the log of ${this.book} has moved on to ${appended.head}`)
    return appended.head
  }

  private committed(entries: readonly BookEntry[], seq: number): void {
    this.showChanges()
    this.digests.committed()
    this.hands.noted({ what: 'committed', book: this.book, entries: entries.length, seq })
    this.snapshots.committed(seq)
  }

  /** What became durable since the last time goes out; a fact never overtakes the edits before it. */
  private showChanges(): void {
    const { changes } = this
    this.changes = []
    this.delivery.changes(changes)
  }

  private announce(fact: BookFact, seq: number): void {
    this.durableManifest = withFact(this.durableManifest, fact)
    if (fact.type === 'section:added' && !this.sections.has(fact.section))
      this.addSection(fact.section, newSectionDoc())
    const frame = inSlot(bookSlot, bookFrame('fact', { seq, fact }))
    for (const member of this.members.values()) if (member.peer.only === null) this.delivery.send(member, frame)
  }

  private addSection(id: SectionId, doc: Y.Doc, authors: [number, PersonId][] = []): void {
    const section = new SectionRoom(id, this.slots.length + 1, doc, authors)
    this.slots.push(section)
    this.sections.set(id, section)
  }

  private sendAllCarets(member: Member, section: SectionRoom): void {
    const carets = section.carets.all()
    if (carets) this.send(member, section, caretsFrame(carets))
  }

  private tickCarets(): void {
    this.stopCaretTick ??= this.hands.clock.after(caretTick, () => {
      this.stopCaretTick = null
      for (const section of this.slots) {
        const changes = section.carets.takeChanges()
        if (changes) this.delivery.carets(section, changes)
      }
    })
  }

  private send(member: Member, section: SectionRoom, message: Uint8Array): void {
    this.delivery.send(member, member.peer.only === null ? inSlot(section.slot, message) : message)
  }

  private stopTimers(): void {
    this.stopCaretTick?.()
    this.delivery.stop()
    this.digests.stop()
    this.locks.stop()
  }

  /** Nothing that waited was shown or acknowledged; the writers still have it, and send it again to the room opened next. */
  private fail(cause: unknown): void {
    if (this.closed) return
    this.closed = true
    this.queue.stop()
    this.snapshots.stop()
    this.closing.stop()
    this.stopTimers()
    this.closePeers(closeCode.tryAgain, 'not-saved')
    this.hands.failed(cause)
  }
}

const sameRights = (one: BookRights, other: BookRights): boolean =>
  one.role === other.role && one.write === other.write && one.order === other.order && one.remark === other.remark
