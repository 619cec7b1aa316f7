import { refuse, seatNow, type Actor, type Dialogue, type Person, type Result } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Visitor } from '../../login/visitors.ts'

/** How things stand while nobody else changes who may do what. */
export interface Turn {
  readonly dialogue: Dialogue
  readonly people: readonly Person[]
  /** Whoever acts, in the seat as they hold it now. */
  readonly actor: Actor
}

/** Something that looks at seats first and changes them then, by somebody who still holds theirs when the turn comes. */
export async function inTurn<Value>(
  { store }: { readonly store: Store },
  visitor: Visitor | null,
  act: (turn: Turn) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const asked = visitor?.actor
  if (!asked) return refuse({ code: 'not-signed-in' })
  return store.turns.take('access', async () => {
    const dialogue = await store.dialogues.currentDialogue()
    if (!dialogue) return refuse({ code: 'dialogue-not-found' })
    const people = await store.people.all()
    const person = people.find(({ id }) => id === asked.person)
    const seat = person && seatNow(person, asked.seat)
    if (!seat) return refuse({ code: 'not-signed-in' })
    return act({ dialogue, people, actor: { ...asked, seat } })
  })
}
