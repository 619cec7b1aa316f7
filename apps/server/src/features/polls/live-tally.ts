import { slotsOf, voterName, type Instant, type Poll, type PollId } from '@witboek/domain'
import type { Live, Tally, TallyBallot } from '@witboek/live'
import { eventHash, type KeptBallot, type Store } from '@witboek/store'

/** A tally that lacks ballots for longer than they are under way is counted anew, at most this often (ms). */
const healEvery = 2_000

interface Hands {
  readonly store: Pick<Store, 'ballotBoxes'>
  readonly live: Pick<Live, 'tallies'>
  readonly now: () => Instant
}

/** The running tallies of open and named polls, made again from the ballots whenever they were lost (POLL-9). */
export class LiveTallies {
  private readonly hands: Hands
  private readonly counted = new Map<PollId, Instant>()

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** `cast`: how many have voted, as the box says. */
  async of(poll: Poll, cast: number): Promise<Tally> {
    const { store, live, now } = this.hands
    const known = await live.tallies.read(poll.id)
    if (known && known.cast >= cast) return known
    // A ballot may be on its way; or a server ended between saving it and telling.
    const last = this.counted.get(poll.id)
    if (known && last !== undefined && now() - last < healEvery) return known
    this.counted.set(poll.id, now())
    return live.tallies.rebuild(poll.id, async () =>
      (await store.ballotBoxes.ballots(poll.id)).map((ballot) => tallied(poll, ballot)),
    )
  }

  /** The poll is over. */
  forget(poll: PollId): void {
    this.counted.delete(poll)
  }
}

/** A ballot as a tally knows it: in an open poll nobody can tell from it whose it is. */
export const tallied = (
  poll: Poll,
  { person, version, choices }: Pick<KeptBallot, 'person' | 'version' | 'choices'>,
): TallyBallot => ({ voter: voterName(poll, person, eventHash) ?? '', version, slots: slotsOf(poll, choices) })
