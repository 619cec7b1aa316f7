import { emptyManifest, withFact, type BookFact, type Manifest, type SectionId } from '@witboek/domain'
import { newSectionDoc } from '../layout.ts'
import type { LoadedBook } from './loaded-book.ts'
import { SectionRoom } from './section-room.ts'

/** The sections of an open book, and its shape: with everything that was admitted, and with what is durable of it. */
export class Sections {
  /** Section by slot number less one, the same on every server; slot 0 is the book itself. */
  readonly slots: SectionRoom[] = []
  private readonly byId = new Map<SectionId, SectionRoom>()
  private admittedShape: Manifest = emptyManifest
  private durableShape: Manifest = emptyManifest

  constructor({ manifest, docs, authors }: LoadedBook) {
    this.admittedShape = this.durableShape = manifest
    const bySection = Map.groupBy(authors, ({ section }) => section)
    for (const [id, doc] of docs)
      this.add(
        id,
        doc,
        bySection.get(id)?.map(({ client, person }) => [client, person] as const),
      )
  }

  /** The shape with everything that was admitted: what rules decide on. */
  get admitted(): Manifest {
    return this.admittedShape
  }

  /** What people are told. */
  get durable(): Manifest {
    return this.durableShape
  }

  get(id: SectionId): SectionRoom | undefined {
    return this.byId.get(id)
  }

  /** Facts that are in force from here on, though not yet durable. */
  admit(facts: readonly BookFact[]): void {
    for (const fact of facts) this.admittedShape = withFact(this.admittedShape, fact)
  }

  /** A fact of this server is durable. */
  record(fact: BookFact): void {
    this.durableShape = withFact(this.durableShape, fact)
    if (fact.type === 'section:added' && !this.byId.has(fact.section)) this.add(fact.section, newSectionDoc())
  }

  /** Facts that were admitted and are not durable are decided again: nothing of them is in force. */
  forgetAdmitted(): void {
    this.admittedShape = this.durableShape
  }

  private add(
    id: SectionId,
    doc: SectionRoom['doc'],
    authors: ConstructorParameters<typeof SectionRoom>[3] = [],
  ): void {
    const section = new SectionRoom(id, this.slots.length + 1, doc, authors)
    this.slots.push(section)
    this.byId.set(id, section)
  }
}
