import { ok, parkedMax, refuse, sectionIn, type Actor, type ParkedEdit, type Result } from '@witboek/domain'
import { inBookRoom } from '../../books/book-access.ts'
import type { Hands } from '../../http/hands.ts'

type Words = Pick<ParkedEdit, 'book' | 'section' | 'id' | 'code' | 'pieces'>

/**
 * Refused words are brought to the server, for their writer alone (PARK-1). Whoever may read the book may do so: the right
 * to write may be the very thing that was lost. Bringing the same words twice is bringing them once.
 */
export async function parkEdit(
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'now'>,
  words: Words,
  actor: Actor,
): Promise<Result<null>> {
  const { store, events, now } = hands
  // Also a removed section: that is where words get refused.
  const found = await inBookRoom(hands, words.book, actor, async (room) => {
    const { value: section } = await room.readDurable(({ manifest }) => sectionIn(manifest, words.section))
    return section ? ok(section) : refuse({ code: 'section-not-found' })
  })
  if (!found.ok) return found
  const parked: ParkedEdit = { ...words, writer: actor.person, at: now(), state: 'kept' }
  switch (await store.parkedEdits.keep(parked, parkedMax)) {
    case 'full':
      return refuse({ code: 'too-much-parked', max: parkedMax })
    case 'taken':
      return refuse({ code: 'parked-changed' })
    case 'kept':
      events.editParked(words.book, actor.person, words.id, words.code)
      return ok(null)
  }
}
