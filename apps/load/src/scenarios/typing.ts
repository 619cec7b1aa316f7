import type { Row } from '../report/rows.ts'
import type { Hall, Measured } from './hall.ts'
import type { Stage } from './stage.ts'

interface Typing {
  readonly books: number
  readonly perBook: number
  readonly typistsPerBook: number
  readonly lettersPerSecond: number
  readonly carets: 'per letter' | 0
  readonly seconds: number
  /** All write in so many sections of their book; a page has all sections open. */
  readonly sections?: number
}

const warmUp = 2_000
const arrival = 30_000

/** People in books, some of whom type. In the end nobody has lost a letter: all is acknowledged and all copies are equal. */
export async function typing(
  stage: Stage,
  hall: Hall,
  plan: Typing,
): Promise<Pick<Row, 'figures' | 'limit' | 'notes'>> {
  const { lettersPerSecond, carets, sections = 6 } = plan
  const books = Array.from({ length: plan.books }, (_, i) => i)
  const perBook = stage.count(plan.perBook)
  const typists = Math.min(perBook, stage.count(plan.typistsPerBook, 1))
  const group = { books, sections, witnesses: stage.small ? Infinity : books.length }
  const came = await hall.crowd.come(
    [
      ...(await hall.people({ ...group, group: 'typists', count: typists * books.length, as: 'writer' })),
      ...(await hall.people({ ...group, group: 'readers', count: (perBook - typists) * books.length, as: 'reader' })),
    ],
    arrival,
  )
  await hall.crowd.act({ group: 'typists', lettersPerSecond, carets })
  await new Promise((resolve) => setTimeout(resolve, stage.small ? 300 : warmUp))
  const deliveries = books.length * typists * lettersPerSecond * perBook
  const measured: Measured = await hall.measure(stage.seconds(plan.seconds), deliveries)
  const copies = await hall.compareCopies(books)
  return {
    figures: { ...measured.figures, ...copies, typists: typists * books.length, inSync: came.inSync },
    limit: measured.limit,
    notes: measured.notes,
  }
}

/** The columns that tell how typing went. */
export const typingColumns = [
  'people',
  'typists',
  'seenP50',
  'seenP95',
  'seenP99',
  'savedP99',
  'caretsP99',
  'serverCpu',
  'serverLoopP99',
  'serverRss',
  'lettersPerSecond',
  'messagesPerSecond',
  'bytesPerPerson',
  'generatorCpu',
  'lost',
  'unacknowledged',
  'copiesOff',
] as const
