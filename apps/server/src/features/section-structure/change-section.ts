import type { Recorded } from '@witboek/contract'
import { changeStructure, ok, type Actor, type BookId, type Result, type StructureCommand } from '@witboek/domain'
import { inBookRoom } from '../../books/book-access.ts'
import type { Hands } from '../../http/hands.ts'

/**
 * A Chef shapes a book: who may, what the rule says, and the fact in the book's sequence. The room tells everyone.
 * A lock does not stand in the way: it is the text that is locked, and the order stays the Chef's (LOCK-1).
 */
export async function changeSection(
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events'>,
  book: BookId,
  command: StructureCommand,
  actor: Actor,
): Promise<Result<Recorded>> {
  const recorded = await inBookRoom(hands, book, actor, (room, rights) =>
    room.decide(actor.person, (manifest) => {
      const changed = changeStructure(manifest, command, rights)
      return changed.ok ? ok([changed.value]) : changed
    }),
  )
  if (!recorded.ok) return recorded
  const { seq, facts } = recorded.value
  for (const { type } of facts) hands.events.structureChanged(book, actor.person, type, seq)
  return ok({ seq })
}
