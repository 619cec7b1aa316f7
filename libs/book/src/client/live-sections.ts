import type { ParkedPiece, SectionId } from '@witboek/domain'
import { digestOf } from '../digest.ts'
import { differsFrame, openFrame } from '../wire.ts'
import { putWords } from '../words.ts'
import type { KeptEdits } from './kept-edits.ts'
import { openSection, type OpenSection } from './open-section.ts'
import type { OwnEdit } from './outbox.ts'
import { whatIsLost } from './refused-edits.ts'
import type { OwnMessage } from './section-socket.ts'
import type { SharedSocket } from './shared-socket.ts'
import { WaitingEdits } from './waiting-edits.ts'
import type { WordsShelf } from './words-shelf.ts'

/** A section that is refused again so soon (ms) starts anew only after that pause: it may be refused for ever. */
const breath = 5_000
/** A copy that turns out to be another one than the server's is replaced no more often than this (ms). */
const distrust = 60_000
/** A text is not kept from its reader for longer than this (ms) when the device is slow to say what it has. */
const deviceMax = 2_000

interface LiveSectionsHands {
  /** The address of the book. */
  readonly server: string
  readonly shared: SharedSocket
  readonly edits: KeptEdits
  readonly shelf: WordsShelf
  /** Whether this person may write there, as far as the page knows. */
  readonly mayWrite: (section: SectionId) => boolean
  /** The number of edits that are not yet durable may be another one. */
  readonly changed: () => void
  /** Some of them are durable now. */
  readonly saved: () => void
  readonly renewed: (section: SectionId) => void
  readonly filled: (section: SectionId, percent: number) => void
  readonly refused: (reason: string) => void
}

/** The sections of a book that are open on this page. Each is started anew when it has to be, and only that one. */
export class LiveSections {
  private readonly hands: LiveSectionsHands
  private readonly lines = new Map<SectionId, OpenSection>()
  private readonly waiting: WaitingEdits
  private readonly adopted: Promise<void>
  private readonly lastRenewal = new Map<SectionId, number>()
  private readonly breathing = new Map<SectionId, ReturnType<typeof setTimeout>>()
  /** Copies that are to be replaced when the last fresh start is long enough ago. */
  private readonly doubted = new Map<SectionId, ReturnType<typeof setTimeout>>()
  /** Copies that were tidied up by an editor that may not write: not quite the server's any more, and no harm in that. */
  private readonly tidied = new WeakSet<OpenSection>()

  constructor(hands: LiveSectionsHands) {
    this.hands = hands
    this.waiting = new WaitingEdits(hands.edits, hands.shelf)
    this.adopted = hands.edits.adopt().then((left) => {
      for (const [section, edits] of left) this.waiting.add(section, edits)
      for (const section of left.keys()) if (this.get(section).arrived()) this.bring(section)
      if (left.size > 0) hands.changed()
    })
  }

  get unsaved(): number {
    const sections = new Set([...this.lines.keys(), ...this.waiting.sections])
    return [...sections].reduce((sum, section) => sum + this.unsavedIn(section), 0)
  }

  get(section: SectionId): OpenSection {
    const known = this.lines.get(section)
    if (known) return known
    const line = this.open(section, false)
    this.lines.set(section, line)
    return line
  }

  /** These are all the sections there are, removed ones included: what was written elsewhere can only be kept as words. */
  known(sections: readonly SectionId[]): void {
    void this.adopted.then(() => {
      for (const section of this.waiting.sections)
        if (!sections.includes(section)) this.waiting.keepAsWords(section, 'section-not-found')
      this.hands.changed()
    })
  }

  /** Answers whether it could be done; a text that is not there yet and will not come soon (no `line`) cannot take them. */
  putBack(section: SectionId, pieces: readonly ParkedPiece[], line: boolean): boolean {
    const { arrived, doc, synced } = this.get(section)
    if (arrived()) putWords(doc, pieces)
    else if (line) void synced.then(() => putWords(this.get(section).doc, pieces))
    else return false
    return true
  }

  /** The line is gone for good: what did not get through becomes words. */
  refusedForGood(code: string): void {
    for (const [section, line] of this.lines) {
      this.keepAsWords(section, line, line.outbox.takeAll(), code)
      line.divert((edit) => this.keepAsWords(section, line, [edit], code))
    }
    this.hands.changed()
    // What an earlier tab left can still come in with a new login, and in its own place.
    if (code === 'not-signed-in') return
    void this.adopted.then(() => {
      for (const section of this.waiting.sections) this.waiting.keepAsWords(section, code)
      this.hands.changed()
    })
  }

  close(): void {
    for (const timer of [...this.breathing.values(), ...this.doubted.values()]) clearTimeout(timer)
    for (const line of this.lines.values()) line.destroy()
  }

  private open(section: SectionId, anew: boolean): OpenSection {
    const { server, shared, edits, changed } = this.hands
    const line: OpenSection = openSection({
      section,
      server,
      shared,
      edits,
      anew,
      changed,
      told: (message) => this.told(section, line, message),
      broken: () => this.replace(section, line),
      tooLarge: () => this.refuse(section, line, 'section-too-large'),
      lost: () => {
        // On the next line everything is sent again, and judged again.
        clearTimeout(this.breathing.get(section))
        this.breathing.delete(section)
        changed()
      },
      arrived: async () => {
        await Promise.race([this.adopted, new Promise((resolve) => setTimeout(resolve, deviceMax))])
        this.bring(section)
      },
      waiting: () => this.waiting.in(section),
    })
    return line
  }

  private told(section: SectionId, line: OpenSection, message: OwnMessage): void {
    switch (message.type) {
      case 'acknowledged': {
        const saved = line.outbox.acknowledged(message.count)
        this.hands.edits.forget(saved)
        // Acknowledged where nothing may be written: nobody would notice it, so it was neither let in nor refused.
        if (saved.length > 0 && !this.hands.mayWrite(section)) this.tidied.add(line)
        return saved.length > 0 ? this.hands.saved() : undefined
      }
      case 'setAside':
        return this.refuse(section, line, message.code)
      case 'digest':
        return this.compare(section, line, message)
      case 'refused':
        return this.hands.refused(message.reason)
    }
  }

  /** Nothing that is not acknowledged was let in: it becomes words, and the section starts anew. */
  private refuse(section: SectionId, line: OpenSection, code: string): void {
    if (this.lines.get(section) !== line || this.breathing.has(section)) return
    const startAnew = () => {
      this.breathing.delete(section)
      this.keepAsWords(section, line, line.outbox.takeAll(), code)
      this.renew(section, line, code)
    }
    const pause = breath - this.sinceRenewal(section)
    if (pause <= 0) startAnew()
    else this.breathing.set(section, setTimeout(startAnew, pause))
  }

  /** The server's copy at this number is to be the same as ours (I7), when nothing of ours is under way. */
  private compare(
    section: SectionId,
    line: OpenSection,
    { seq, digest, filled }: Extract<OwnMessage, { type: 'digest' }>,
  ): void {
    this.hands.filled(section, filled)
    if (line.outbox.size > 0 || !line.inSync() || this.tidied.has(line) || digestOf(line.doc) === digest) return
    if (this.sinceRenewal(section) < distrust) return
    this.hands.shared.send(section, differsFrame(seq))
    this.replace(section, line)
  }

  /** This copy is no good. What is under way stays an edit, and comes again in a copy that is. */
  private replace(section: SectionId, line: OpenSection): void {
    if (this.lines.get(section) !== line) return
    const pause = breath - this.sinceRenewal(section)
    // Not one fresh start after the other; but a copy that is no good does not get better by itself.
    if (pause > 0) return this.replaceLater(section, line, pause)
    this.waiting.add(section, line.outbox.takeAll())
    this.renew(section, line, 'orphaned-text')
  }

  private replaceLater(section: SectionId, line: OpenSection, pause: number): void {
    if (this.doubted.has(section)) return
    const timer = setTimeout(() => {
      this.doubted.delete(section)
      this.replace(section, line)
    }, pause)
    this.doubted.set(section, timer)
  }

  private renew(section: SectionId, line: OpenSection, code: string): void {
    this.lastRenewal.set(section, Date.now())
    line.divert((edit) => this.keepAsWords(section, line, [edit], code))
    line.retire()
    const anew = this.hands.shared.send(section, openFrame())
    this.lines.set(section, this.open(section, anew))
    this.hands.renewed(section)
    this.hands.changed()
  }

  private keepAsWords(section: SectionId, line: OpenSection, edits: readonly OwnEdit[], code: string): void {
    const updates = edits.map(({ update }) => update)
    const pieces = updates.length > 0 ? whatIsLost(line.doc, updates, line.serverHas()) : null
    if (pieces) this.hands.shelf.add(section, code, pieces, edits)
    else this.hands.edits.forget(edits)
  }

  private bring(section: SectionId): void {
    const line = this.lines.get(section)
    if (!line?.arrived()) return
    this.waiting.bring(section, line.doc)
    this.hands.changed()
  }

  private unsavedIn(section: SectionId): number {
    return (this.lines.get(section)?.outbox.size ?? 0) + this.waiting.in(section)
  }

  private sinceRenewal(section: SectionId): number {
    return Date.now() - (this.lastRenewal.get(section) ?? -Infinity)
  }
}
