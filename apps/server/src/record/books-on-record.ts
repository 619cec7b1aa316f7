import { installationChain, type Book, type DialogueId, type Meeting } from '@witboek/domain'
import type { Reading } from '@witboek/store'

/** Every chain there is, and that of the dialogue of today, in which perhaps nothing is recorded yet. */
export async function chainNames({
  dialogues,
  events,
}: Pick<Reading, 'dialogues' | 'events'>): Promise<readonly string[]> {
  const current = await dialogues.currentDialogue()
  return [...new Set([...(current ? [current.id] : []), ...(await events.names())])].sort()
}

/** The books whose facts belong in this chain: those of the dialogue it is named after. */
export const booksOf = async ({ books }: Pick<Reading, 'books'>, chain: string): Promise<readonly Book[]> =>
  chain === installationChain ? [] : books.of(chain as DialogueId)

/** And the meetings. */
export const meetingsOf = async (
  { meetings }: Pick<Reading, 'meetings'>,
  chain: string,
): Promise<readonly Meeting[]> => (chain === installationChain ? [] : meetings.of(chain as DialogueId))
