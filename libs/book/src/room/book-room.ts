import {
  changeLocks,
  endedLocks,
  ok,
  refuse,
  sectionsToClose,
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
  type RecordedEntry,
  type Result,
  type SectionId,
} from '@witboek/domain'
import type * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import { CatchUp, type RightsOf } from './catch-up.ts'
import { CommitQueue } from './commit-queue.ts'
import { Delivery, type Change, type SlowStep } from './delivery.ts'
import { DigestRound } from './digest-round.ts'
import { EditDoor, type AcknowledgedNote, type RefusedNote } from './edit-door.ts'
import { loadBook, type LoadedBook } from './loaded-book.ts'
import { Lines, type LineNote } from './lines.ts'
import { LockWatch } from './lock-watch.ts'
import { LogFollower } from './log-follower.ts'
import { OtherRooms } from './other-rooms.ts'
import type { Peer } from './peer.ts'
import { putParked } from './put-parked.ts'
import type { RoomBus } from './room-bus.ts'
import type { RoomLog } from './room-log.ts'
import { Sections } from './sections.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import { Steps } from './steps.ts'
import { bookFrame, bookSlot, closeCode, inSlot } from '../wire.ts'

/**
 * Commits start at least this far apart (ms): a lone writer is served at once, thirty writers share one commit. For a hall
 * they are a little further apart: each of them is a write to everyone.
 */
const commitPause = { few: 10, hall: 18 } as const
/** More lines than this are a hall. */
const hall = 12

/** What a room is handed; it has no I/O of its own. */
export interface RoomHands {
  readonly log: RoomLog
  /** To the rooms of the same book on other servers; `null` for a server on its own. */
  readonly bus: RoomBus | null
  readonly clock: Clock
  /** Who may do what in this book, as the store has it now: asked when another server has changed that. */
  readonly rightsNow: (book: BookId) => Promise<RightsOf>
  /** The room can no longer be trusted to hold what the log holds: it has closed its lines and must be opened afresh. */
  readonly failed: (cause: unknown) => void
  /** Something that a person on duty may want to count or read; never text or names. */
  readonly noted: (note: RoomNote) => void
}

export type RoomNote =
  | RefusedNote
  | AcknowledgedNote
  | LineNote
  | { readonly what: 'committed'; readonly book: BookId; readonly entries: number; readonly seq: number }
  | { readonly what: 'slow'; readonly book: BookId; readonly person: PersonId; readonly step: SlowStep }

/** Facts that were recorded, and the number of the last one. */
interface RecordedFacts {
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
  private readonly steps: Steps
  private readonly lines: Lines
  private readonly follower: LogFollower
  private readonly others: OtherRooms | null
  private readonly stopListening: () => void
  private readonly sections: Sections
  private changes: Change[] = []
  private closed = false

  static async open(book: BookId, hands: RoomHands): Promise<BookRoom> {
    return new BookRoom(book, hands, await loadBook(book, hands.log))
  }

  private constructor(book: BookId, hands: RoomHands, loaded: LoadedBook) {
    const { clock, bus, log } = hands
    this.book = book
    this.hands = hands
    this.sections = new Sections(loaded)
    this.snapshots = new SnapshotKeeper(book, hands, loaded.tail, {
      stateOf: (id) => this.sections.get(id)?.state() ?? null,
      quiet: () => this.queue.quiet,
    })
    this.digests = new DigestRound({
      clock,
      sections: () => this.sections.slots,
      quiet: () => this.queue.quiet,
      send: (section, digest) => this.delivery.digest(section, this.seq, digest),
    })
    this.queue = new CommitQueue(loaded.head, {
      clock,
      pause: () => (this.size > hall ? commitPause.hall : commitPause.few),
      commit: (entries, head) => this.commit(entries, head),
      starting: (entries) => {
        this.snapshots.commitStarts(entries)
        this.digests.commitStarts()
      },
      notStarted: () => {
        this.snapshots.notStarted()
        this.digests.notStarted()
      },
      catchUp: () => catchUp.run(),
      committed: (entries, seq) => this.committed(entries, seq),
      failed: (cause) => this.fail(cause),
    })
    this.delivery = new Delivery({
      clock,
      members: () => this.lines.all(),
      whenDurable: (reads) => this.queue.read(reads),
      slow: ({ actor: { person } }, step) => hands.noted({ what: 'slow', book, person, step }),
    })
    this.door = new EditDoor({
      book,
      clock,
      manifest: () => this.sections.admitted,
      queue: this.queue,
      send: (member, section, message) => this.lines.send(member, section, message),
      show: (change) => this.changes.push(change),
      noted: hands.noted,
      failed: (cause) => this.fail(cause),
    })
    this.lines = new Lines({
      ...{ book, clock },
      sections: this.sections,
      delivery: this.delivery,
      door: this.door,
      seq: () => this.seq,
      noted: hands.noted,
      shareCarets: (section, carets) => this.others?.shareCarets(section, carets),
    })
    this.locks = new LockWatch(clock, () => void this.endLocks())
    this.steps = new Steps({
      ...{ clock, queue: this.queue, sections: this.sections, locks: this.locks },
      announce: (facts, seq) => this.announceAll(facts, seq),
    })
    const follower = new LogFollower({
      ...{ book, log, bus, clock },
      head: () => this.seq,
      behind: () => this.queue.fallBehind(),
    })
    const catchUp = new CatchUp({
      ...{ book, log, follower },
      queue: this.queue,
      sections: this.sections,
      rightsNow: () => hands.rightsNow(book),
      taken: (entry) => this.taken(entry),
      done: (entries, rights) => this.caughtUp(entries, rights),
    })
    this.follower = follower
    this.others = bus && this.openOthers(bus)
    this.stopListening =
      bus?.listen(book, loaded.head, {
        recorded: (entries) => follower.hear(entries),
        told: (message) => this.others?.hear(message),
      }) ?? (() => undefined)
    this.locks.look(this.sections.admitted)
  }

  /** How many lines are open. */
  get size(): number {
    return this.lines.size
  }

  /** The number of the last durable entry. */
  get seq(): number {
    return this.queue.durable
  }

  join(peer: Peer): void {
    this.lines.join(peer)
  }

  leave(peer: Peer): void {
    this.lines.leave(peer)
  }

  /** A frame from a peer. Bytes that cannot be understood close that peer's line and touch nothing. */
  receive(peer: Peer, frame: Uint8Array): void {
    this.lines.receive(peer, frame)
  }

  /** Ends every line of a kind of peer: `match` says which. Nothing that still comes over it is taken. */
  closePeers(code: number, reason: string, match?: (peer: Peer) => boolean): void {
    this.lines.close(code, reason, match)
  }

  /**
   * A command to the book: the rule decides on what is admitted so far, and the answer comes when the facts are durable.
   * Their place among the edits is the same for everyone.
   */
  async decide(
    person: PersonId,
    rule: (manifest: Manifest) => Result<readonly BookFact[]>,
  ): Promise<Result<RecordedFacts>> {
    return this.steps.take((resolve) => {
      const decided = rule(this.sections.admitted)
      if (!decided.ok) return resolve(decided)
      const facts = decided.value
      return this.steps.inForce(person, facts, (seq) => resolve(ok({ seq, facts })))
    })
  }

  /**
   * A Chef's command to the locks, in two steps (LOCK-3): the pages go read-only and send what they have, for two seconds
   * at most; then the lock falls. Answered when it is durable: no edit stands behind it in the sequence.
   */
  async lock(chef: PersonId, command: LockCommand, rights: BookRights): Promise<Result<RecordedFacts>> {
    const rule = (manifest: Manifest) => changeLocks(manifest, command, rights, chef, this.hands.clock.now())
    // Asked beforehand, so that no page closes for a lock that will not come.
    const likely = rule(this.sections.admitted)
    if (!likely.ok) return likely
    const sections = sectionsToClose(this.sections.admitted, command)
    if (sections.length > 0) await Promise.all([this.lines.letFlush(sections), this.others?.letFlush(sections)])
    return this.decide(chef, rule)
  }

  /**
   * Puts words that were set aside into the text after all, under their writer's name; the fact behind the edit says so
   * (PARK-4). Not into a section that is closed to everyone.
   */
  async admit(chef: PersonId, parked: ParkedEdit): Promise<Result<{ readonly seq: number }>> {
    return this.steps.take((resolve) => {
      const section = this.sections.get(parked.section)
      if (!section) return resolve(refuse({ code: 'section-not-found' }))
      const closed = this.door.whyClosed(section.id, null)
      if (closed) return resolve(refuse(closed))
      const put = putParked(section, parked, { chef, at: this.hands.clock.now() })
      if (!put.ok) return resolve(put)
      const { update, fact, entries } = put.value
      this.sections.admit([fact])
      // Both in one step, so that one commit has both or neither.
      return {
        entries,
        then: (seq) => {
          this.changes.push({ section, from: null, update })
          this.announceAll([fact], seq)
          resolve(ok({ seq }))
        },
      }
    })
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
    const tell = this.lines.giveRights(rightsOf)
    return this.steps.take((resolve) =>
      this.steps.inForce(by, [fact], (seq) => {
        tell()
        resolve({ seq })
      }),
    )
  }

  /** Reads the book as it is now, and answers once all of that is durable (I1). */
  async readDurable<Value>(
    reader: (book: { manifest: Manifest; docs: ReadonlyMap<SectionId, Y.Doc> }) => Value,
  ): Promise<{ seq: number; value: Value }> {
    return this.steps.read(() => {
      const docs = new Map(this.sections.slots.map((section) => [section.id, section.read((doc) => doc)]))
      return reader({ manifest: this.sections.admitted, docs })
    })
  }

  /** Everything admitted is committed, a snapshot is taken, and the room is empty. */
  async close(code: number, reason: string): Promise<void> {
    this.closePeers(code, reason)
    this.lines.stopWaiting()
    await this.queue.settled()
    this.closed = true
    this.stopTimers()
    await this.snapshots.take(this.seq)
    for (const section of this.sections.slots) section.destroy()
  }

  /** Locks whose time is up are opened, under the name of the Chef who gave them that end. */
  private async endLocks(): Promise<void> {
    const ended = this.steps.take<null>((resolve) => {
      const now = this.hands.clock.now()
      const { admitted } = this.sections
      const { facts } = endedLocks(admitted, now)
      const locks = [admitted.freeze, ...admitted.sections.map(({ lock }) => lock)]
      const chef = locks.find((lock) => lock?.until && lock.until <= now)?.chef
      return chef ? this.steps.inForce(chef, facts, () => resolve(null)) : resolve(null)
    })
    // When it cannot be saved the room is given up anyway, and the next one looks again.
    await ended.catch(() => undefined)
  }

  private async commit(
    entries: readonly BookEntry[],
    head: number,
  ): Promise<{ readonly ok: boolean; readonly head: number }> {
    const appended = await this.hands.log.append(this.book, head, entries)
    if (appended.ok)
      this.hands.bus?.spread(
        this.book,
        entries.map((entry, i) => ({ ...entry, seq: head + 1 + i })),
      )
    return appended
  }

  /** Another server recorded this, and it is in the documents and the shape. */
  private taken(entry: RecordedEntry): void {
    if (entry.kind === 'fact') this.announceAll([entry.fact], entry.seq)
    else {
      const section = this.sections.get(entry.section)
      if (section) this.changes.push({ section, from: null, update: entry.update })
    }
  }

  private caughtUp(entries: readonly RecordedEntry[], rights: RightsOf | null): void {
    this.showChanges()
    if (rights) this.lines.giveRights(rights)()
    this.locks.look(this.sections.admitted)
    this.snapshots.followed(entries, this.seq)
    this.digests.committed()
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
    if (changes.length > 0) this.lines.caretsAlong()
  }

  /** These facts are durable, the last of them at number `seq`. A fact never overtakes the edits before it. */
  private announceAll(facts: readonly BookFact[], seq: number): void {
    this.showChanges()
    facts.forEach((fact, i) => {
      this.sections.record(fact)
      this.lines.tellPages(inSlot(bookSlot, bookFrame('fact', { seq: seq - facts.length + 1 + i, fact })))
    })
  }

  private openOthers(bus: RoomBus): OtherRooms {
    const { book } = this
    return new OtherRooms({
      ...{ book, bus, clock: this.hands.clock },
      carets: (section, carets) => this.lines.hearCarets(section, carets),
      ownCarets: () =>
        this.sections.slots.flatMap((section) => {
          const carets = section.carets.allOwn()
          return carets ? [[section.id, carets] as const] : []
        }),
      letFlush: async (sections) => {
        await this.lines.letFlush(sections)
        await this.queue.settled()
      },
    })
  }

  private stopTimers(): void {
    this.lines.stop()
    this.delivery.stop()
    this.digests.stop()
    this.locks.stop()
    this.follower.stop()
    this.others?.stop()
    this.stopListening()
  }

  /** Nothing that waited was shown or acknowledged; the writers still have it, and send it again to the room opened next. */
  private fail(cause: unknown): void {
    if (this.closed) return
    this.closed = true
    this.queue.stop()
    this.snapshots.stop()
    this.stopTimers()
    this.closePeers(closeCode.tryAgain, 'not-saved')
    this.hands.failed(cause)
  }
}
