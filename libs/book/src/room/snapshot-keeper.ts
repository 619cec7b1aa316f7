import type { BookEntry, BookId, BookSnapshot, SectionId } from '@witboek/domain'
import type { Clock } from '../clock.ts'
import type { RoomLog } from './room-log.ts'

/** A snapshot is due after so many entries, or so many bytes of edits, or so long after the last of them. */
export const snapshotDue = { entries: 500, bytes: 256 * 1024, idleMs: 5 * 60_000 } as const

interface Tail {
  readonly entries: number
  readonly bytes: number
  readonly sections: ReadonlySet<SectionId>
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
  private entries: number
  private bytes: number
  private sections: Set<SectionId>
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
    this.entries = tail.entries
    this.bytes = tail.bytes
    this.sections = new Set(tail.sections)
  }

  /** These entries are about to be committed: now, and only now, the documents hold exactly what its number will stand for. */
  commitStarts(entries: readonly BookEntry[]): void {
    this.entries += entries.length
    for (const entry of entries) {
      if (entry.kind !== 'edit') continue
      this.bytes += entry.update.byteLength
      this.sections.add(entry.section)
    }
    if (this.entries >= snapshotDue.entries || this.bytes >= snapshotDue.bytes) this.prepared = this.states()
  }

  committed(seq: number): void {
    if (this.prepared) this.save(seq, this.prepared)
    this.stopIdle?.()
    this.stopIdle = this.clock.after(snapshotDue.idleMs, () => {
      if (this.room.quiet()) void this.take(seq)
    })
  }

  /** Takes a snapshot of what is durable at `seq`; only to be asked when the room is quiet. */
  async take(seq: number): Promise<void> {
    this.stop()
    if (this.entries > 0) this.save(seq, this.states())
    await this.saving
  }

  stop(): void {
    this.stopIdle?.()
    this.stopIdle = null
  }

  private states(): BookSnapshot['sections'] {
    return [...this.sections].flatMap((section) => {
      const state = this.room.stateOf(section)
      return state ? [{ section, state }] : []
    })
  }

  private save(seq: number, sections: BookSnapshot['sections']): void {
    this.prepared = null
    this.entries = 0
    this.bytes = 0
    this.sections = new Set()
    // A snapshot only saves time: when it cannot be written, the log still has everything.
    this.saving = this.saving.then(() => this.log.saveSnapshot(this.book, { seq, sections })).catch(() => undefined)
  }
}
