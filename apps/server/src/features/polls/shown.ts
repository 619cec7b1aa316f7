import type { PollShown } from '@witboek/contract'
import { type Person, type PersonId, type Poll, type Proceedings } from '@witboek/domain'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'

interface Hands {
  readonly store: Pick<Store, 'ballotBoxes'>
  readonly live: Pick<Live, 'presence'>
}

/** The polls of a meeting as everybody sees them, the latest first. */
export async function pollsShown(
  hands: Hands,
  { polls }: Proceedings,
  _people: ReadonlyMap<PersonId, Person>,
): Promise<readonly PollShown[]> {
  const opened = polls.filter(({ state }) => state !== 'draft')
  return Promise.all(opened.toReversed().map((poll) => pollShown(hands, poll)))
}

async function pollShown({ store, live }: Hands, poll: Poll): Promise<PollShown> {
  const box = await store.ballotBoxes.find(poll.id)
  const filling = poll.state === 'open' ? (await live.presence.list(poll.id)).length : 0
  const { id, item, openedAt, closesAt, closedAt, voidReason } = poll
  const { question, explanation, kind, options, visibility, reveal } = poll
  const { requiresPresence, quorum, threshold, dots, target, closesAfter } = poll
  return {
    ...{ id, item, openedAt, closesAt, closedAt, voidReason },
    ...{ question, explanation, kind, options, visibility, reveal },
    ...{ requiresPresence, quorum, threshold, dots, target, closesAfter },
    state: poll.state as PollShown['state'],
    entitled: poll.electorate.length,
    cast: box?.cast ?? 0,
    filling,
    handsToCheck: poll.hands.filter(({ state }) => state === 'entered').length,
    result: poll.result,
    votes: null,
  }
}
