import type { SetUp } from '@witboek/contract'
import {
  eventBy,
  greenBookSlots,
  holdsSeat,
  may,
  newDialogue,
  ok,
  refuse,
  type Actor,
  type Book,
  type BookEntry,
  type Instant,
  type PersonId,
  type Result,
} from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { Hands } from '../../http/hands.ts'
import { newId } from '../../new-id.ts'

/**
 * Sets the one dialogue of this installation up, with a green book per theme (SET-UP-1). The dialogue itself comes last and
 * says that all is there: what was cut off before leaves books behind that nobody sees, and can be tried again.
 */
export async function setUpDialogue(
  { store, visitors, events, now }: Pick<Hands, 'store' | 'visitors' | 'events' | 'now'>,
  wish: SetUp,
  actor: Actor,
): Promise<Result<null>> {
  return store.turns.take('set-up', async () => {
    const allowed = may('dialogue:set-up', actor, { phase: 'preparing' })
    if (!allowed.ok) return allowed
    const own = await store.people.find(actor.person)
    if (!own || !holdsSeat(own, actor.seat)) return refuse({ code: 'not-signed-in' })
    if (await store.dialogues.currentDialogue()) return refuse({ code: 'dialogue-already-there' })
    const at = now()
    const made = newDialogue(wish, { dialogue: newId(at), theme: () => newId(at) })
    if (!made.ok) return made
    const { dialogue, themes } = made.value
    for (const theme of themes) {
      const book: Book = { id: newId(at), dialogue: dialogue.id, theme: theme.id, kind: 'green' }
      await store.books.add(book)
      await store.bookLog.append(book.id, 0, greenSections(actor.person, at))
    }
    await store.together(async (ports) => {
      await ports.dialogues.save(made.value, at)
      const details = { themes: themes.length, year: dialogue.fiscalYear }
      await ports.events.append(dialogue.id, [eventBy(actor, at, 'dialogue:set-up', dialogue.id, details)])
    })
    visitors.noteChange()
    events.dialogueSetUp(dialogue.id, actor.person)
    return ok(null)
  })
}

/** The sections of the template, empty: their headings are Dutch, as the dialogue is. */
function greenSections(person: PersonId, at: Instant): readonly BookEntry[] {
  const { slots } = textsIn('nl').book
  const sections = greenBookSlots.map((slot) => ({ slot, section: newId<'section'>(at) }))
  return sections.map(({ slot, section }, i) => {
    const after = sections[i - 1]?.section ?? null
    return {
      kind: 'fact',
      person,
      at,
      fact: { type: 'section:added', section, slot, heading: slots[slot].heading, after },
    }
  })
}
