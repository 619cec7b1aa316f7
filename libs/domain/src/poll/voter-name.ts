import type { HashOf } from '../event-chain.ts'
import type { PersonId } from '../ids.ts'
import type { CountedBallot } from './audit.ts'
import type { HandsBlock, Poll } from './poll.ts'

/**
 * Under which name a ballot stands in the published proof (POLL-16): in a named poll the number of its voter, which everybody
 * may know there. In an open one a name made of that number with a secret of this poll alone: it leads to nobody, not in
 * another poll either, and each voter is told their own. `null` in a secret poll: there is none.
 */
export function voterName(
  { id, visibility, voterKey }: Pick<Poll, 'id' | 'visibility' | 'voterKey'>,
  person: PersonId,
  hashOf: HashOf,
): string | null {
  if (visibility === 'secret') return null
  if (visibility === 'named') return person
  if (voterKey === null) throw new Error(`poll ${id} has no key for the names of its voters`)
  return hashOf(`voter ${voterKey} ${id} ${person}`).slice(0, 32)
}

/** A poll and its ballots as they are published and counted again, hands too: the names in the place of the numbers. */
export function withVoterNames(
  poll: Poll,
  ballots: readonly { readonly person: PersonId | null; readonly choices: CountedBallot['choices'] }[],
  hashOf: HashOf,
): { readonly poll: Poll; readonly ballots: readonly CountedBallot[] } {
  // Whoever counts again takes them for what they are: marks that differ.
  const named = (person: PersonId) => voterName(poll, person, hashOf) as PersonId | null
  const hands = poll.hands.map((block): HandsBlock => {
    const voters = block.voters.map((voter) => named(voter) ?? voter)
    return { ...block, voters: voters.sort() }
  })
  return {
    poll: { ...poll, hands },
    ballots: ballots.map(({ person, choices }) => ({ voter: person && named(person), choices })),
  }
}
