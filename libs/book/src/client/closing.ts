import type { BookFact, SectionId } from '@witboek/domain'
import type { ClosingMessage } from '../wire.ts'

/** A section is not held closed for longer than this (ms) when no lock falls after all. */
const closingMax = 4_000

interface Hands {
  /** How long the page gets (ms) to go read-only and hand over its last letters. */
  readonly pause: number
  readonly flushed: (round: number) => void
  readonly changed: (sections: readonly SectionId[]) => void
}

/** The page's part in the first step of a lock (LOCK-3): go read-only, send what there is, and say so. */
export class Closing {
  private readonly hands: Hands
  private readonly sections = new Map<SectionId, ReturnType<typeof setTimeout>>()
  private readonly answers = new Set<ReturnType<typeof setTimeout>>()

  constructor(hands: Hands) {
    this.hands = hands
  }

  has(section: SectionId): boolean {
    return this.sections.has(section)
  }

  begin({ round, sections }: ClosingMessage): void {
    for (const section of sections) {
      clearTimeout(this.sections.get(section))
      this.sections.set(
        section,
        setTimeout(() => this.end([section]), closingMax),
      )
    }
    this.tell()
    const answer = setTimeout(() => {
      this.answers.delete(answer)
      this.hands.flushed(round)
    }, this.hands.pause)
    this.answers.add(answer)
  }

  /** What was about to happen has happened. */
  heard(fact: BookFact): void {
    if (fact.type === 'book:frozen' || fact.type === 'book:unfrozen') this.end([...this.sections.keys()])
    else if ('sections' in fact) this.end(fact.sections)
    else if ('section' in fact) this.end([fact.section])
  }

  /** A new line says anew what is locked. */
  endAll(): void {
    for (const answer of this.answers) clearTimeout(answer)
    this.answers.clear()
    this.end([...this.sections.keys()])
  }

  private end(sections: readonly SectionId[]): void {
    const known = sections.filter((section) => this.sections.has(section))
    for (const section of known) {
      clearTimeout(this.sections.get(section))
      this.sections.delete(section)
    }
    if (known.length > 0) this.tell()
  }

  private tell(): void {
    this.hands.changed([...this.sections.keys()])
  }
}
