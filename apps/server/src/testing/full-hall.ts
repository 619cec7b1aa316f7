import { systemClock } from '@witboek/book'
import { greenBookSlots, type Person, type PersonId, type Theme } from '@witboek/domain'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { events } from '../events.ts'
import { greenBookHeadings } from '../example/headings.ts'
import { greenBookId, sectionId, themeId } from '../example/ids.ts'
import { entriesOf, setUpExample } from '../example/set-up.ts'
import { openLog } from '../log.ts'
import { readSettings } from '../settings.ts'
import { Metrics } from '../watch/metrics.ts'

/**
 * `node full-hall.ts <experts> <books>`: the example in an empty installation, with so many more experts in each of its
 * themes, and so many more themes with a book and one expert. An evening with hundreds of people cannot be tried with
 * the fifty of the example: an account may have no more than a few lines open.
 */
const [experts = 0, books = 0] = process.argv.slice(2).map(Number)
const settings = readSettings(process.env, process.cwd())
const { databaseUrl, dataFolder } = settings
const store = await (databaseUrl === null ? openEmbeddedStore(dataFolder) : openPostgresStore(databaseUrl))
try {
  await setUpExample(store, systemClock.now(), events(openLog('silent'), new Metrics()))
  await fill(store)
} finally {
  await store.close()
}

async function fill(into: Store): Promise<void> {
  const frame = await into.dialogues.current()
  if (!frame) throw new Error('there is no dialogue to fill')
  const { dialogue } = frame
  // A hall that was filled before is filled once more, and comes out the same.
  const themes = frame.themes.filter(({ slug }) => !slug.startsWith('hall-'))
  const more = Array.from({ length: books }, (_, i): Theme => {
    const slug = `hall-${i + 1}`
    const order = themes.length + 1 + i
    return { ...(themes[0] as Theme), id: themeId(slug), slug, name: `Hall ${i + 1}`, order, dialogue: dialogue.id }
  })
  if (more.length > 0) await into.dialogues.save({ ...frame, themes: [...themes, ...more] }, systemClock.now())
  for (const theme of themes) for (let i = 1; i <= experts; i++) await into.people.save(expert(theme, i))
  for (const theme of more) {
    const writer = expert(theme, 1)
    await into.people.save(writer)
    await addBook(into, theme, writer.id)
  }
}

function expert({ id, slug }: Theme, number: number): Person {
  return {
    id: `hall-person-${slug}-${number}` as PersonId,
    name: `Expert ${number}`,
    background: '',
    seats: [{ role: 'expert', theme: id }],
  }
}

async function addBook(into: Store, { id: theme, slug, dialogue }: Theme, by: PersonId): Promise<void> {
  const book = { id: greenBookId(slug), dialogue, theme, kind: 'green' } as const
  await into.books.add(book)
  const sections = greenBookSlots.map((slot) => ({
    section: sectionId(slug, slot),
    slot,
    heading: greenBookHeadings[slot],
    contributions: [],
  }))
  const { seq } = await into.bookLog.head(book.id)
  if (seq === 0) await into.bookLog.append(book.id, 0, entriesOf({ book, sections }, by, systemClock.now()))
}
