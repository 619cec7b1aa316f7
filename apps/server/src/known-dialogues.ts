import { installationChain, type Dialogue, type DialogueId } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** The present dialogue, and those before it: whatever is done in one stands in a chain of its name. */
export async function knownDialogues(
  { events }: Pick<Store, 'events'>,
  present: Pick<Dialogue, 'id'> | null,
): Promise<readonly DialogueId[]> {
  const chains = (await events.names()).filter((chain) => chain !== installationChain) as DialogueId[]
  return [...new Set([...(present ? [present.id] : []), ...chains])]
}
