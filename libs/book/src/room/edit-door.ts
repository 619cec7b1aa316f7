import {
  lockOn,
  sectionIn,
  type BookEntry,
  type BookId,
  type BookRights,
  type Manifest,
  type PersonId,
  type Refusal,
  type SectionId,
} from '@witboek/domain'
import type { Clock } from '../clock.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Change } from './delivery.ts'
import type { Channel, Member } from './peer.ts'
import type { SectionRoom } from './section-room.ts'
import { acknowledgedFrame, closeCode, refusedFrame, setAsideFrame, syncFrame } from '../wire.ts'

/** Client ids that may write for the first time over one line: a page needs one per section and fresh start. */
const newClientsPerLine = 400

/** These bytes are none that an honest client sends: the line that brought them ends. */
export class Malformed extends Error {}

/** A message that carries edits. */
interface EditMessage {
  readonly type: 'step2' | 'update'
  readonly bytes: Uint8Array
}

/** A message with edits: where and when it arrived, and its number on that line since the section was opened. */
interface Arrived extends EditMessage {
  readonly member: Member
  readonly section: SectionRoom
  readonly channel: Channel
  readonly count: number
  readonly at: number
}

type EditEntry = Extract<BookEntry, { kind: 'edit' }>

/** What is noted of an edit that did not get in; never text or names. */
export interface RefusedNote {
  readonly what: 'refused'
  readonly book: BookId
  readonly section: SectionId
  readonly person: PersonId
  readonly code: Refusal['code']
  readonly why: string
}

/** An edit is durable and its writer is told: so long (ms) after it arrived. */
export interface AcknowledgedNote {
  readonly what: 'acknowledged'
  readonly book: BookId
  readonly ms: number
}

interface Hands {
  readonly book: BookId
  readonly clock: Clock
  /** The shape and the locks with everything that was admitted so far. */
  readonly manifest: () => Manifest
  readonly queue: CommitQueue
  readonly send: (member: Member, section: SectionRoom, message: Uint8Array) => void
  /** Durable: to be shown to the others. */
  readonly show: (change: Change) => void
  readonly noted: (note: RefusedNote | AcknowledgedNote) => void
  readonly failed: (cause: unknown) => void
}

/**
 * The door for edits. Everything that comes in is judged, and applied or not, in the turn in which it arrives: no lock, no
 * right and no other edit can come between the judgement and the deed (I3, LOCK-2).
 */
export class EditDoor {
  private readonly hands: Hands

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** Throws `Malformed`. */
  receive(member: Member, section: SectionRoom, channel: Channel, { type, bytes }: EditMessage): void {
    channel.count += 1
    this.decide({ member, section, channel, type, bytes, count: channel.count, at: this.hands.clock.now() })
  }

  private decide(edit: Arrived): void {
    const { member, section, channel, type } = edit
    if (channel.setAside) return this.stayBehind(edit)
    const { person } = member.peer.actor
    const verdict = section.judge(edit.bytes, person)
    switch (verdict.kind) {
      case 'malformed':
        throw new Malformed(verdict.why)
      case 'nothing':
        return this.nothingNew(edit)
      case 'gap':
        return this.gap(edit)
      case 'refused':
        return this.setAside(edit, verdict.code, verdict.why)
      case 'something': {
        const closed = this.whyClosed(section.id, member.rights)
        // An editor that only tidied up wrote nothing: there is nothing to keep, and nobody to tell.
        if (closed && verdict.cosmetic) return this.nothingNew(edit)
        if (closed) return this.setAside(edit, closed.code)
        if (verdict.clients.length > 0 && !section.hasRoomFor(verdict.update))
          return this.setAside(edit, 'section-too-large')
        const free = verdict.clients.filter((client) => section.authors.ownerOf(client, person) === 'free')
        if (member.newClients + free.length > newClientsPerLine) throw new Malformed('too many client ids on one line')
        if (type === 'step2') channel.gap = false
        const entry = this.apply(section, person, verdict)
        if (!entry) return this.nothingNew(edit)
        return this.takeIn(edit, entry)
      }
    }
  }

  /** It builds on what was refused, so it stays with its writer; unless that is decided again before the writer is told. */
  private stayBehind(edit: Arrived): void {
    this.hands.queue.add({ entries: [], then: () => undefined, again: () => this.decideAgain(edit) })
  }

  private takeIn(edit: Arrived, entry: EditEntry): void {
    const { member, section, channel } = edit
    const { book, clock, queue, noted, show } = this.hands
    const count = channel.gap ? null : edit.count
    member.newClients += entry.newClients.length
    queue.add({
      entries: [entry],
      then: (seq) => {
        show({ section, from: member.peer, update: entry.update })
        this.acknowledge(edit, count, seq)
        noted({ what: 'acknowledged', book, ms: clock.now() - edit.at })
      },
      undo: () => (member.newClients -= entry.newClients.length),
      again: () => this.decideAgain(edit),
    })
  }

  /** What was taken in is looked at once more, after others were first. Its line may be gone meanwhile: its words are not. */
  private decideAgain(edit: Arrived): void {
    try {
      this.decide(edit)
    } catch (cause) {
      if (!(cause instanceof Malformed)) throw cause
      this.setAside(edit, 'not-allowed-text', cause.message)
    }
  }

  /** Why nothing may be written in a section now, with these rights or (`null`) by anyone; `null`: it is open. */
  whyClosed(id: SectionId, rights: BookRights | null): Refusal | null {
    const manifest = this.hands.manifest()
    const section = sectionIn(manifest, id)
    const lock = lockOn(manifest, id)
    if (rights && !rights.write) return { code: 'not-for-your-role', role: rights.role }
    if (!section || section.removed) return { code: 'section-removed' }
    return lock && { code: manifest.freeze ? 'book-frozen' : 'section-locked', until: lock.until }
  }

  /** All known already, but perhaps not yet durable: even this acknowledgement waits its turn. */
  private nothingNew(edit: Arrived): void {
    const { channel, type } = edit
    if (type === 'step2') channel.gap = false
    const count = channel.gap ? null : edit.count
    this.hands.queue.add({
      entries: [],
      then: (seq) => this.acknowledge(edit, count, seq),
      again: () => this.decideAgain(edit),
    })
  }

  /** Nothing is applied and nothing acknowledged; asked again, an honest client sends all it has. */
  private gap(edit: Arrived): void {
    const { member, section, channel, type } = edit
    const closed = this.whyClosed(section.id, member.rights)
    if (closed) return this.setAside(edit, closed.code)
    // This was all it has, and it still builds on what nobody has.
    if (type === 'step2') return this.setAside(edit, 'orphaned-text', 'a gap in all it has')
    channel.gap = true
    this.hands.send(member, section, syncFrame('step1', section.stateVector()))
  }

  private setAside(edit: Arrived, code: Refusal['code'], why: string = code): void {
    const { member, section, channel, count } = edit
    channel.setAside = true
    const { book, noted, send, queue } = this.hands
    noted({ what: 'refused', book, section: section.id, person: member.peer.actor.person, code, why })
    if (member.peer.only !== null) {
      // A stock client goes on sending what can never arrive; ours knows what to do with a refusal.
      send(member, section, refusedFrame(code))
      member.peer.close(closeCode.refused, code)
      return
    }
    // After the acknowledgements of everything before it, so that the page knows what is left with its writer.
    queue.add({
      entries: [],
      then: () => {
        if (!isOpen(edit)) return
        // What came in over another server after this line was opened is not lost: the page has to know.
        send(member, section, syncFrame('step1', section.stateVector()))
        send(member, section, setAsideFrame(count, code))
      },
      undo: () => (channel.setAside = false),
      again: () => this.decideAgain(edit),
    })
  }

  private apply(
    section: SectionRoom,
    person: PersonId,
    { update, clients }: { readonly update: Uint8Array; readonly clients: readonly number[] },
  ): EditEntry | null {
    let changed: Uint8Array | null
    try {
      changed = section.apply(update)
    } catch (cause) {
      this.hands.failed(cause)
      return null
    }
    if (!changed) return null
    const newClients = section.authors.wrote(clients, person)
    return { kind: 'edit', person, at: this.hands.clock.now(), section: section.id, update: changed, newClients }
  }

  private acknowledge(edit: Arrived, count: number | null, seq: number): void {
    const { member, section } = edit
    if (member.peer.only === null && count !== null && isOpen(edit))
      this.hands.send(member, section, acknowledgedFrame(count, seq))
  }
}

/** The page has not started the section anew since: counting is still the same. */
const isOpen = ({ member, section, channel }: Arrived): boolean => member.channels.get(section) === channel
