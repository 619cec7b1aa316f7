import { refuse, rightsInBook, type Actor, type Book, type BookId, type BookRights, type Result } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** A book, and what this actor may do in it: asked at every door, by the same rule. */
export async function bookAccess(
  store: Store,
  id: BookId,
  actor: Actor | null,
): Promise<Result<{ book: Book; rights: BookRights }>> {
  const frame = await store.dialogues.current()
  const book = await store.books.find(id)
  if (!frame || book?.dialogue !== frame.dialogue.id)
    return refuse({ code: actor ? 'book-not-found' : 'not-signed-in' })
  const rights = rightsInBook(book, frame.dialogue.phase, actor)
  return rights.ok ? { ok: true, value: { book, rights: rights.value } } : rights
}
