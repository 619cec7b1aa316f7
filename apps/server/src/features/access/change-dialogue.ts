import {
  changeDialogue,
  eventBy,
  holdsSeat,
  ok,
  refuse,
  withDialogueFact,
  type Actor,
  type DialogueCommand,
  type Result,
} from '@witboek/domain'
import { rightsNow } from '../../books/book-access.ts'
import type { Hands } from '../../http/hands.ts'
import { inForce } from './in-force.ts'

/** The lead decides for the whole dialogue: first in the store, then between the edits of every book of it. */
export async function changeTheDialogue(
  hands: Pick<Hands, 'store' | 'open' | 'visitors' | 'events' | 'surprises' | 'now'>,
  command: DialogueCommand,
  actor: Actor,
): Promise<Result<null>> {
  const { store, visitors, events, now } = hands
  return store.turns.take('access', async () => {
    const frame = await store.dialogues.current()
    if (!frame) return refuse({ code: 'dialogue-not-found' })
    const people = await store.people.all()
    const lead = people.find(({ id }) => id === actor.person)
    if (!lead || !holdsSeat(lead, actor.seat)) return refuse({ code: 'not-signed-in' })
    const decided = changeDialogue(frame.dialogue, command, actor)
    if (!decided.ok) return decided
    const dialogue = withDialogueFact(frame.dialogue, decided.value)
    const books = await store.books.of(dialogue.id)
    const { type, ...details } = command
    await store.together(async (ports) => {
      // Only by a server that was cut off and lost its turn: whoever asks again sees what has become of it.
      if (!(await ports.dialogues.change(frame.dialogue, dialogue)))
        throw new Error('the dialogue was changed meanwhile')
      await ports.events.append(dialogue.id, [eventBy(actor, now(), type, dialogue.id, details)])
    })
    visitors.noteChange()
    await inForce(hands, books, { by: actor.person, fact: decided.value, rights: rightsNow(dialogue, people) })
    events.dialogueChanged(dialogue.id, decided.value.type, actor.person)
    return ok(null)
  })
}
