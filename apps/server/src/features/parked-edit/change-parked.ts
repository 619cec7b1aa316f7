import {
  changeParked,
  eventBy,
  ok,
  refuse,
  type Actor,
  type Book,
  type BookId,
  type ParkedCommand,
  type ParkedEdit,
  type ParkedId,
  type ParkedState,
  type Result,
} from '@witboek/domain'
import { bookAccess, inBookRoom } from '../../books/book-access.ts'
import type { Hands as AllHands } from '../../http/hands.ts'
import { settled } from './settled.ts'

type Hands = Pick<AllHands, 'store' | 'open' | 'visitors' | 'events' | 'now'>

/** The writer hands words over or takes them back; the Chef lets them in or gives them back. Each is decided once (PARK-3). */
export async function changeParkedEdit(
  hands: Hands,
  { book, id, command }: { readonly book: BookId; readonly id: ParkedId; readonly command: ParkedCommand },
  actor: Actor,
): Promise<Result<null>> {
  const { store, events } = hands
  return store.turns.take(`parked:${id}`, async () => {
    const access = await bookAccess(store, book, actor)
    if (!access.ok) return access
    const found = await store.parkedEdits.find(id)
    if (found?.book !== book) return refuse({ code: 'parked-not-found' })
    const allowed = changeParked(found, command, access.value.rights, actor.person)
    if (!allowed.ok) return allowed
    const [parked] = await settled(store, book, [found])
    if (!parked) return refuse({ code: 'parked-changed' })
    if (command === 'admit') {
      const admitted = await admit(hands, parked, actor)
      if (!admitted.ok) return admitted
    } else if (!(await decided(hands, access.value.book, parked, command, allowed.value, actor)))
      return refuse({ code: 'parked-changed' })
    events.parkedChanged(book, actor.person, id, command)
    return ok(null)
  })
}

/** All but letting them in, which is a fact of the book: that comes into the record from there. */
async function decided(
  { store, now }: Hands,
  { dialogue }: Book,
  { id, book, section }: ParkedEdit,
  command: ParkedCommand,
  { from, to }: { readonly from: ParkedState; readonly to: ParkedState },
  actor: Actor,
): Promise<boolean> {
  return store.together(async ({ parkedEdits, events }) => {
    if (!(await parkedEdits.move(id, from, to))) return false
    await events.append(dialogue, [eventBy(actor, now(), `edit:${command}`, id, { book, section })])
    return true
  })
}

/**
 * The text first, the mark on the words second. Cut off in between, the words still count as handed over, but the fact in
 * the book's sequence says that they are in: whoever asks next finds it there, and they do not come in twice. The other
 * way round, words could be marked as admitted that no text ever held.
 */
async function admit(hands: Hands, parked: ParkedEdit, actor: Actor): Promise<Result<null>> {
  const admitted = await inBookRoom(hands, parked.book, actor, async (room, rights) => {
    const allowed = changeParked(parked, 'admit', rights, actor.person)
    return allowed.ok ? room.admit(actor.person, parked) : allowed
  })
  if (!admitted.ok) return admitted
  await hands.store.parkedEdits.move(parked.id, 'handed', 'admitted')
  return ok(null)
}
