import type {
  BookEntry,
  BookId,
  Cents,
  DialogueId,
  Frame,
  Instant,
  LoginId,
  ParkedId,
  Person,
  PersonId,
  SectionId,
  ThemeId,
} from '@witboek/domain'
import type { Store } from '../ports.ts'

const now = 1_301_680_800_000 as Instant
const dialogue = 'dialogue' as DialogueId
const sport = 'theme-sport' as ThemeId
export const sportBook = 'book-sport' as BookId
const section = 'section-pool' as SectionId
const noor: Person = {
  id: 'person-noor' as PersonId,
  name: 'Noor',
  background: 'é',
  seats: [{ role: 'expert', theme: sport }],
}

const frame: Frame = {
  dialogue: {
    id: dialogue,
    title: 'De Bezuinigingsdialoog',
    municipality: 'Voorbeeld',
    fiscalYear: 2012,
    phase: 'green',
    totalTarget: 62_000_000 as Cents,
    rate: 10,
    assignment: ['Wat kan minder?'],
    editorialRemarks: true,
    synthetic: true,
    source: 'voorbeeld',
  },
  themes: [{ id: sport, dialogue, slug: 'sport', name: 'Sport', about: '', target: 1 as Cents, order: 0 }],
  items: [
    {
      id: 'item' as Frame['items'][number]['id'],
      code: 'SP-01',
      name: 'Zwembad',
      taskField: '5.10',
      theme: null,
      expenditure: 100 as Cents,
      income: 20 as Cents,
      influenceable: 50 as Cents,
    },
  ],
  frameworks: [
    { id: 'kader' as Frame['frameworks'][number]['id'], code: 'K1', plain: 'Wet', kind: 'hard', theme: sport },
  ],
}

const entry = (i: number): BookEntry =>
  i % 7 === 0
    ? {
        kind: 'fact',
        person: noor.id,
        at: (now + i) as Instant,
        fact: { type: 'section:renamed', section, heading: `Bad – ${i}` },
      }
    : {
        kind: 'edit',
        person: noor.id,
        at: (now + i) as Instant,
        section,
        update: Uint8Array.of(i, 255, 0),
        newClients: [i, 2 ** 32 - 1 - i],
      }

/** Something in every table, and a book of several pages. */
export async function fill(store: Store): Promise<void> {
  await store.dialogues.save(frame, now)
  await store.people.save(noor)
  for (const id of ['b', 'A', 'a-é']) await store.people.save({ ...noor, id: id as PersonId, seats: [] })
  await store.logins.start({
    id: 'login' as LoginId,
    tokenHash: 'hash',
    person: noor.id,
    seatIndex: 0,
    createdAt: now,
    expiresAt: (now + 1000) as Instant,
  })
  for (const [i, id] of [sportBook, 'book-culture' as BookId].entries()) {
    await store.books.add({ id, dialogue, theme: `theme-${i}` as ThemeId, kind: 'green' })
    const count = i === 0 ? 250 : 3
    await store.bookLog.append(
      id,
      0,
      Array.from({ length: count }, (_, n) => entry(n)),
    )
    await store.bookLog.saveSnapshot(id, {
      seq: count - 1,
      sections: [{ section, state: new Uint8Array(5_000).fill(i) }],
    })
  }
  await store.parkedEdits.keep(
    {
      id: 'parked' as ParkedId,
      book: sportBook,
      section,
      writer: noor.id,
      at: now,
      code: 'section-locked',
      pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: '’s Maandags\u0000 dicht' }] }] }],
      state: 'kept',
    },
    9,
  )
}
