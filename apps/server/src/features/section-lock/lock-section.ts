import type { Recorded } from '@witboek/contract'
import { ok, type Actor, type BookId, type LockCommand, type Result } from '@witboek/domain'
import { inBookRoom } from '../../books/book-access.ts'
import type { Hands } from '../../http/hands.ts'

/**
 * A Chef locks, opens, asks for everyone's eyes, or freezes. The room lets the pages send their last words, asks the rule
 * and tells everyone; the answer means that no edit stands behind the lock (LOCK-2, LOCK-3).
 */
export async function lockSection(
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events'>,
  book: BookId,
  command: LockCommand,
  actor: Actor,
): Promise<Result<Recorded>> {
  const locked = await inBookRoom(hands, book, actor, (room, rights) => room.lock(actor.person, command, rights))
  if (!locked.ok) return locked
  hands.events.locksChanged(book, actor.person, command.type, locked.value.seq)
  return ok({ seq: locked.value.seq })
}
