import type { BookEntry, BookId, BookSnapshot, SectionId } from '@witboek/domain'
import type { Clock } from '../clock.ts'
import type { RoomLog } from './room-log.ts'

/** A snapshot is due after so many entries, or so many bytes of edits, or so long after the last of them. */
const snapshotDue = { entries: 500, bytes: 256 * 1024, idleMs: 5 * 60_000 } as const

interface Tail {
  readonly entries: number
  readonly bytes: number
  readonly sections: ReadonlySet<SectionId>
}

const nothingYet: Tail = { entries: 0, bytes: 0, sections: new Set() }

function withEntries(tail: Tail, entries: readonly BookEntry[]): Tail {
  const sections = new Set(tail.sections)
  let { bytes } = tail
  for (const entry of entries) {
    if (entry.kind !== 'edit') continue
    bytes += entry.update.byteLength
    sections.add(entry.section)
  }
  return { entries: tail.entries + entries.length, bytes, sections }
}

/** Takes snapshots of one open book, so that opening it again need not read its whole history. */
export class SnapshotKeeper {
  private readonly book: BookId
  private readonly log: RoomLog
  private readonly clock: Clock
  private readonly room: {
    /** The state of a section, as its document holds it now. */
    readonly stateOf: (section: SectionId) => Uint8Array | null
    /** Nothing waits to be committed: the documents hold what is durable, and no more. */
    readonly quiet: () => boolean
  }
  /** What was recorded since the last snapshot; and with what is being committed now. */
  private tail: Tail
  private starting: Tail | null = null
  private stopIdle: (() => void) | null = null
  private prepared: BookSnapshot['sections'] | null = null
  private saving: Promise<void> = Promise.resolve()

  constructor(
    book: BookId,
    hands: { readonly log: RoomLog; readonly clock: Clock },
    tail: Tail,
    room: SnapshotKeeper['room'],
  ) {
    this.book = book
    this.log = hands.log
    this.clock = hands.clock
    this.room = room
    this.tail = tail
  }

  /** These entries are about to be committed: now, and only now, the documents hold exactly what its number will stand for. */
  commitStarts(entries: readonly BookEntry[]): void {
    this.starting = withEntries(this.tail, entries)
    const due = this.starting.entries >= snapshotDue.entries || this.starting.bytes >= snapshotDue.bytes
    if (due) this.prepared = this.states(this.starting)
  }

  /** Another server was first: what was prepared stands for no number in the sequence. */
  notStarted(): void {
    this.starting = this.prepared = null
  }

  committed(seq: number): void {
    if (this.starting) this.tail = this.starting
    this.starting = null
    if (this.prepared) this.save(seq, this.prepared)
    this.waitForQuiet(seq)
  }

  /** Another server has recorded these. */
  followed(entries: readonly BookEntry[], seq: number): void {
    this.tail = withEntries(this.tail, entries)
    this.waitForQuiet(seq)
  }

  /** Takes a snapshot of what is durable at `seq`; only to be asked when the room is quiet. */
  async take(seq: number): Promise<void> {
    this.stop()
    if (this.tail.entries > 0) this.save(seq, this.states(this.tail))
    await this.saving
  }

  stop(): void {
    this.stopIdle?.()
    this.stopIdle = null
  }

  private waitForQuiet(seq: number): void {
    this.stopIdle?.()
    this.stopIdle = this.clock.after(snapshotDue.idleMs, () => {
      if (this.room.quiet()) void this.take(seq)
    })
  }

  private states({ sections }: Tail): BookSnapshot['sections'] {
    return [...sections].flatMap((section) => {
      const state = this.room.stateOf(section)
      return state ? [{ section, state }] : []
    })
  }

  private save(seq: number, sections: BookSnapshot['sections']): void {
    this.prepared = null
    this.tail = nothingYet
    // A snapshot only saves time: when it cannot be written, the log still has everything.
    this.saving = this.saving.then(() => this.log.saveSnapshot(this.book, { seq, sections })).catch(() => undefined)
  }
}
