import type { Recorded } from '@witboek/contract'
import { changeRemarks, ok, type Actor, type BookId, type RemarkCommand, type Result } from '@witboek/domain'
import { inBookRoom } from '../../books/book-access.ts'
import type { Hands } from '../../http/hands.ts'
import { newId } from '../../new-id.ts'

/** A Chef places a remark beside the text, or takes one away: a fact in the book's sequence, never a letter in the text. */
export async function changeSomeRemarks(
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'now'>,
  book: BookId,
  command: RemarkCommand,
  actor: Actor,
): Promise<Result<Recorded>> {
  const { person: chef } = actor
  const now = hands.now()
  const recorded = await inBookRoom(hands, book, actor, (room, rights) =>
    room.decide(chef, (manifest) => changeRemarks(manifest, command, rights, { chef, id: newId(now), now })),
  )
  if (!recorded.ok) return recorded
  hands.events.remarksChanged(book, chef, command.type, recorded.value.seq)
  return ok({ seq: recorded.value.seq })
}
