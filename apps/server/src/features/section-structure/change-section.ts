import type { OpenBooks } from '@witboek/book'
import type { Recorded } from '@witboek/contract'
import { changeStructure, type Actor, type BookId, type Result, type StructureCommand } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { bookAccess } from '../../books/book-access.ts'
import type { Events } from '../../events.ts'

/** A Chef shapes a book: who may, what the rule says, and the fact in the book's sequence. The room tells everyone. */
export async function changeSection(
  { store, open, events }: { store: Store; open: OpenBooks; events: Events },
  book: BookId,
  command: StructureCommand,
  actor: Actor,
): Promise<Result<Recorded>> {
  const access = await bookAccess(store, book, actor)
  if (!access.ok) return access
  const room = await open.room(book)
  const decided = await room.decide(actor.person, (manifest) => changeStructure(manifest, command, access.value.rights))
  if (!decided.ok) return decided
  const { seq, fact } = decided.value
  events.structureChanged(book, actor.person, fact.type, seq)
  return { ok: true, value: { seq } }
}
