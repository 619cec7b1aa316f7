import type { OpenBooks } from '@witboek/book'
import {
  changeDialogue,
  holdsSeat,
  ok,
  refuse,
  withDialogueFact,
  type Actor,
  type DialogueCommand,
  type Result,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Events } from '../../events.ts'
import type { Visitors } from '../../login/visitors.ts'
import type { Surprises } from '../../surprises.ts'
import type { Turns } from '../../turns.ts'
import { inForce, rightsNow } from './in-force.ts'

/** The lead decides for the whole dialogue: first in the store, then between the edits of every book of it. */
export async function changeTheDialogue(
  hands: { store: Store; open: OpenBooks; visitors: Visitors; turns: Turns; events: Events; surprises: Surprises },
  command: DialogueCommand,
  actor: Actor,
): Promise<Result<null>> {
  const { store, visitors, turns, events } = hands
  return turns.take('access', async () => {
    const frame = await store.dialogues.current()
    if (!frame) return refuse({ code: 'dialogue-not-found' })
    const lead = await store.people.find(actor.person)
    if (!lead || !holdsSeat(lead, actor.seat)) return refuse({ code: 'not-signed-in' })
    const decided = changeDialogue(frame.dialogue, command, actor)
    if (!decided.ok) return decided
    const dialogue = withDialogueFact(frame.dialogue, decided.value)
    const books = await store.books.of(dialogue.id)
    await store.dialogues.change(dialogue)
    visitors.noteChange()
    await inForce(hands, books, { by: actor, fact: decided.value, rights: rightsNow({ dialogue }) })
    events.dialogueChanged(dialogue.id, decided.value.type, actor.person)
    return ok(null)
  })
}
