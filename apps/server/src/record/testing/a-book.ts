import type { BookEntry, BookFact, Instant, PersonId, SectionId, ThemeId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { exampleDialogue } from '../../example/index.ts'
import { sportBook } from '../../testing/the-example.ts'

export const { dialogue } = exampleDialogue().frame
export const { book } = sportBook
const section = 'pool' as SectionId
export const start = 1_301_680_800_000 as Instant
export const marit = 'marit' as PersonId

const later = (ms: number): Instant => (start + ms) as Instant

export const aFact = (i: number, fact?: BookFact): BookEntry => ({
  kind: 'fact',
  person: marit,
  at: later(i),
  fact: fact ?? { type: 'section:renamed', section, heading: `Zwembad ${i}` },
})

export const anEdit = (i: number): BookEntry => ({
  kind: 'edit',
  person: 'fatima' as PersonId,
  at: later(i),
  section,
  update: Uint8Array.of(i % 256),
  newClients: [],
})

/** A fact, then edits, again and again: so many facts in all. */
export const anEvening = (facts: number, { edits = 9 } = {}): readonly BookEntry[] =>
  Array.from({ length: facts }, (_, i) => [
    aFact(i * (edits + 1)),
    ...Array.from({ length: edits }, (_, n) => anEdit(i * (edits + 1) + n + 1)),
  ]).flat()

/** The frame of the example, and its book about sport with nothing in it. */
export async function setUp({ dialogues, books }: Store): Promise<void> {
  await dialogues.save(exampleDialogue().frame, start)
  await books.add(book)
  await books.add({ ...book, id: 'other-book' as typeof book.id, theme: 'other' as ThemeId })
}
