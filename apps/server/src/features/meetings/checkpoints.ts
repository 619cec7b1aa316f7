import type { Meeting, MeetingFact } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** How far the books of the theme group are now, for the minutes (MINUTES-1); of all of them where all themes are together. */
export async function checkpoints(
  { books, bookLog }: Pick<Store, 'books' | 'bookLog'>,
  { dialogue, theme }: Pick<Meeting, 'dialogue' | 'theme'>,
): Promise<readonly MeetingFact[]> {
  const own = (await books.of(dialogue)).filter((book) => theme === null || book.theme === theme)
  return Promise.all(
    own.map(async ({ id: book }) => ({ type: 'checkpoint:taken' as const, book, seq: (await bookLog.head(book)).seq })),
  )
}
