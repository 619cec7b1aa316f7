import type { ThemeAnswer } from '@witboek/contract'
import {
  frameworksFor,
  influenceableCosts,
  may,
  ok,
  refuse,
  rightsInBook,
  sumOf,
  type Actor,
  type Result,
} from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { bookSummaries } from './book-summaries.ts'
import { membersOf } from './members.ts'

/** One theme: what it costs, what it must find, within which frameworks, and who is in its group. */
export function theme(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/themes/:slug',
    page(hands.visitors, ({ params }, visitor) => themeAt(hands, String(params['slug']), visitor?.actor ?? null)),
  )
  return router
}

async function themeAt({ store, live }: Hands, slug: string, actor: Actor | null): Promise<Result<ThemeAnswer>> {
  const frame = await store.dialogues.current()
  const found = frame?.themes.find((other) => other.slug === slug)
  if (!frame || !found) return refuse({ code: 'theme-not-found' })
  const { dialogue } = frame
  const items = frame.items.filter((item) => item.theme === found.id)
  const people = await store.people.all()
  const own = (await store.books.of(dialogue.id)).filter((book) => book.theme === found.id)
  const books = await bookSummaries(store, live, own)
  const named = may('seat:end', actor, { phase: dialogue.phase, theme: found.id }).ok ? 'with ids' : 'without'
  const namesExperts = may('group:read', actor, dialogue).ok
  return ok({
    dialogue,
    theme: found,
    expenditure: sumOf(items.map((item) => item.expenditure)),
    influenceable: influenceableCosts(items),
    items,
    frameworks: frameworksFor(frame, found.id),
    chefs: membersOf(people, found.id, 'chef', named),
    experts: namesExperts ? membersOf(people, found.id, 'expert', named) : [],
    books: books.map(({ book, summary }) => ({
      ...summary,
      readable: rightsInBook(book, dialogue, actor).ok,
    })),
  })
}
