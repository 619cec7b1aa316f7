import { installationChain, refuse, type Contact, type Result } from '@witboek/domain'
import type { Together } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { ownEvent } from '../account/http.ts'

/** Changes somebody's own contact, as it is at that moment, and records that they did; not what they made of it. */
export async function inOwnName(
  { store, now }: Pick<Hands, 'store' | 'now'>,
  visitor: Visitor | null,
  type: string,
  change: (ports: Together, contact: Contact) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  return store.turns.take('access', async () => {
    const dialogue = await store.dialogues.currentDialogue()
    return store.together<Result<null>>(async (ports) => {
      const contact = await ports.contacts.of(visitor.person.id)
      // A guest has none, and who was erased meanwhile neither.
      if (!contact) return refuse({ code: 'person-not-found' })
      const changed = await change(ports, contact)
      if (changed.ok) await ports.events.append(dialogue?.id ?? installationChain, [ownEvent(visitor, now(), type)])
      return changed
    })
  })
}
