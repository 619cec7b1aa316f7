import type { HomeAnswer } from '@witboek/contract'
import { influenceableCosts, ok, refuse, targetsTogether, type Result } from '@witboek/domain'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import { bookSummaries } from '../theme/book-summaries.ts'
import { membersOf } from '../theme/members.ts'

/** The dialogue at a glance: the target, and each theme with its group and its book. */
export async function home(store: Store, live: Live): Promise<Result<HomeAnswer>> {
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
