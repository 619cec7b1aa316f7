import type { HomeAnswer } from '@witboek/contract'
import { influenceableCosts, ok, refuse, targetsTogether, type Result } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import { bookSummaries } from '../theme/book-summaries.ts'
import { membersOf } from '../theme/members.ts'

/** The dialogue at a glance: the target, and each theme with its group and its book. */
export function home(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/home',
    page(hands.visitors, () => atAGlance(hands)),
  )
  return router
}

async function atAGlance({ store, live }: Hands): Promise<Result<HomeAnswer>> {
  const frame = await store.dialogues.current()
  if (!frame) return refuse({ code: 'dialogue-not-found' })
  const people = await store.people.all()
  const books = await bookSummaries(store, live, await store.books.of(frame.dialogue.id))
  return ok({
    dialogue: frame.dialogue,
    targets: targetsTogether(frame),
    themes: frame.themes.map((theme) => ({
      theme,
      influenceable: influenceableCosts(frame.items.filter((item) => item.theme === theme.id)),
      chefs: membersOf(people, theme.id, 'chef').map(({ name }) => name),
      experts: membersOf(people, theme.id, 'expert').length,
      greenBook: books.find(({ book }) => book.theme === theme.id && book.kind === 'green')?.summary ?? null,
    })),
  })
}
