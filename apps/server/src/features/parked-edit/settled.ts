import type { BookId, ParkedEdit } from '@witboek/domain'
import type { Store } from '@witboek/store'

/**
 * Those of these words that still wait. The book's own sequence is the truth about what came into the text: when the
 * server was cut off between the text and the mark on the words, the mark is put right here (PARK-3).
 */
export async function settled(
  store: Store,
  book: BookId,
  waiting: readonly ParkedEdit[],
): Promise<readonly ParkedEdit[]> {
  if (!waiting.some(({ state }) => state === 'handed')) return waiting
  const { seq } = await store.bookLog.head(book)
  const admitted = (await store.bookLog.facts(book, seq)).flatMap((entry) =>
    entry.kind === 'fact' && entry.fact.type === 'edit:admitted' ? [entry.fact.parked] : [],
  )
  const done = waiting.filter(({ id, state }) => state === 'handed' && admitted.includes(id))
  for (const { id } of done) await store.parkedEdits.move(id, 'handed', 'admitted')
  return waiting.filter((parked) => !done.includes(parked))
}
