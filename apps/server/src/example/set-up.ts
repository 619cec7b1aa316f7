import { appendText, bodyOf, newSectionDoc } from '@witboek/book'
import type { BookEntry, Instant, PersonId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import * as Y from 'yjs'
import type { Events } from '../events.ts'
import type { ExampleBook } from './green-books.ts'
import { exampleDialogue } from './index.ts'

/** Numbers for the example's own pieces of text; far below the random ones that live documents get. */
const firstClientId = 1000

/** What of the example is there besides its people and books. */
interface Parts {
  /** With the evenings of its groups: some are over, one is tonight. */
  readonly evenings?: boolean
}

/**
 * Puts the example dialogue into an empty installation. Each step leaves alone what is there, so that a start that was
 * cut off is completed by the next one; the dialogue itself comes last and says that all is there.
 */
export function setUpExample(store: Store, now: Instant, events: Events, parts: Parts = {}): Promise<void> {
  // Several servers may start at the same moment.
  return store.turns.take('example', () => setUp(store, now, events, parts))
}

async function setUp(store: Store, now: Instant, events: Events, { evenings = false }: Parts): Promise<void> {
  if (await store.dialogues.current()) return
  const example = exampleDialogue()
  const { frame, people, books } = example
  for (const person of people) await store.people.save(person)
  // Only for a first start: no other one waits for what it does not need.
  const held = evenings ? await import('./evenings/index.ts') : null
  if (held && (await store.meetings.of(frame.dialogue.id)).length === 0)
    await held.keepEvenings(store, held.exampleEveningsAt(example, now))
  for (const one of books) {
    await store.books.add(one.book)
    const { seq } = await store.bookLog.head(one.book.id)
    const entries = entriesOf(one, chefOf(one), now)
    if (seq === 0) await store.bookLog.append(one.book.id, 0, held ? held.dated(entries, one, now) : entries)
  }
  await store.dialogues.save(frame, now)
  events.exampleSet(frame.dialogue.id)

  function chefOf({ book }: ExampleBook): PersonId {
    const chef = people.find(({ seats }) => seats.some(({ role, theme }) => role === 'chef' && theme === book.theme))
    if (!chef) throw new Error(`the example has no Chef for ${book.theme}`)
    return chef.id
  }
}

/** The book as if it had been written here: the Chef's sections, then each expert's pieces, under their own names. */
export function entriesOf({ sections }: ExampleBook, chef: PersonId, at: Instant): readonly BookEntry[] {
  const added = sections.map(({ section, slot, heading }, i): BookEntry => ({
    kind: 'fact',
    person: chef,
    at,
    fact: { type: 'section:added', section, slot, heading, after: sections[i - 1]?.section ?? null },
  }))
  const written = sections.flatMap(({ section, contributions }) => {
    const doc = newSectionDoc()
    return contributions.map(({ author, blocks }, i): BookEntry => {
      doc.clientID = firstClientId + i
      const before = Y.encodeStateVector(doc)
      doc.transact(() => appendText(bodyOf(doc), blocks))
      return {
        kind: 'edit',
        person: author,
        at,
        section,
        update: Y.encodeStateAsUpdate(doc, before),
        newClients: [firstClientId + i],
      }
    })
  })
  return [...added, ...written]
}
