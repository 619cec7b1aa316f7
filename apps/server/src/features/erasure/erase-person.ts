import {
  erasePerson,
  holdsSeat,
  installationChain,
  ok,
  type ErasureWish,
  type NewEvent,
  type Result,
} from '@witboek/domain'
import type { Visitor } from '../../login/visitors.ts'
import { forgetPerson, type ErasureHands } from './forget-person.ts'

/** Somebody stops, or an administrator erases what is known of somebody on request (PRIVACY-4). */
export async function eraseSomebody(
  hands: ErasureHands,
  wish: ErasureWish,
  { person: by, actor: asked }: Pick<Visitor, 'person' | 'actor'>,
): Promise<Result<null>> {
  const { store, events, now } = hands
  return store.turns.take('access', async () => {
    const dialogue = await store.dialogues.currentDialogue()
    const [people, erased] = [await store.people.all(), await store.people.erased()]
    const own = people.find(({ id }) => id === by.id)
    // The seat may have gone while others had their turn.
    const actor = asked && own && holdsSeat(own, asked.seat) ? asked : null
    const state = { phase: dialogue?.phase ?? 'preparing', erased } as const
    const decided = erasePerson(people, wish, state, { person: by.id, actor })
    if (!decided.ok) return decided
    const event: NewEvent = {
      at: now(),
      actor: by.id,
      role: actor?.seat.role ?? null,
      theme: actor?.seat.theme ?? null,
      type: 'person:erase',
      subject: wish.person,
      details: { keptName: wish.keepName },
    }
    await forgetPerson(hands, { ...decided.value, dialogue, people, by: by.id }, async (ports) => {
      await ports.events.append(dialogue?.id ?? installationChain, [event])
    })
    events.personErased(wish.person, by.id)
    return ok(null)
  })
}
