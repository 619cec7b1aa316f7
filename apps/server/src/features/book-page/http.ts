import { bodyOf, readText } from '@witboek/book'
import type { BookAnswer } from '@witboek/contract'
import {
  frameworksFor,
  influenceableCosts,
  ok,
  openSections,
  refuse,
  rightsInBook,
  type Actor,
  type Book,
  type Manifest,
  type Person,
  type PersonId,
  type Result,
  type ThemeId,
} from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { membersOf } from '../theme/members.ts'

/** The book as it is now, to read at once; the live line follows when the page is there. */
export function bookPage(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/themes/:slug/books/:kind',
    page(hands.visitors, ({ params }, visitor) =>
      bookNow(hands, { slug: String(params['slug']), kind: String(params['kind']) }, visitor?.actor ?? null),
    ),
  )
  return router
}

async function bookNow(
  { store, open }: Hands,
  { slug, kind }: { readonly slug: string; readonly kind: string },
  actor: Actor | null,
): Promise<Result<BookAnswer>> {
  const frame = await store.dialogues.current()
  const theme = frame?.themes.find((other) => other.slug === slug)
  if (!frame || !theme) return refuse({ code: 'theme-not-found' })
  const { dialogue } = frame
  const book = (await store.books.of(dialogue.id)).find(
    (other: Book) => other.theme === theme.id && other.kind === kind,
  )
  if (!book) return refuse({ code: 'book-not-found' })
  const rights = rightsInBook(book, dialogue, actor)
  if (!rights.ok) return rights
  const room = await open.room(book.id)
  const { seq, value } = await room.readDurable(({ manifest, docs }) => ({
    manifest,
    texts: Object.fromEntries(
      openSections(manifest).map(({ id }) => {
        const doc = docs.get(id)
        return [id, doc ? readText(bodyOf(doc)) : []]
      }),
    ),
  }))
  const people = await store.people.all()
  const items = frame.items.filter((item) => item.theme === theme.id)
  return ok({
    dialogue,
    theme,
    book,
    rights: rights.value,
    ...value,
    seq,
    influenceable: influenceableCosts(items),
    items,
    frameworks: frameworksFor(frame, theme.id),
    chefs: membersOf(people, theme.id, 'chef'),
    people: actingIn(people, theme.id, [
      ...(await store.bookLog.authors(book.id)).map(({ person }) => person),
      ...lockChefs(value.manifest),
    ]),
  })
}

/** Names of those who act in this book: the Chefs and experts of the theme, and whoever wrote or locked in it before. */
const actingIn = (people: readonly Person[], theme: ThemeId, before: readonly PersonId[]): BookAnswer['people'] =>
  people
    .filter(
      ({ id, seats }) =>
        before.includes(id) ||
        seats.some(({ role, theme: own }) => own === theme && (role === 'chef' || role === 'expert')),
    )
    .map(({ id, name }) => ({ person: id, name }))

const lockChefs = ({ freeze, sections }: Manifest): readonly PersonId[] =>
  [freeze, ...sections.map(({ lock }) => lock)].flatMap((lock) => (lock ? [lock.chef] : []))
