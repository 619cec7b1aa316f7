import { installationChain, type PersonId } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'

/**
 * That somebody signed in for the first time stands in the record; the times after it do not. A login goes when it has
 * expired, and whoever gives seats still has to know that this person has found the way in (PEOPLE-5).
 */
export async function noteFirstTime({ store, now }: Pick<Hands, 'store' | 'now'>, person: PersonId): Promise<void> {
  if (await store.events.acted(person)) return
  const dialogue = await store.dialogues.currentDialogue()
  await store.events.append(dialogue?.id ?? installationChain, [
    { at: now(), actor: person, role: null, theme: null, type: 'person:arrive', subject: person, details: {} },
  ])
}
