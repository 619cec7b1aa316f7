import type { PollId } from '@witboek/domain'
import type { Tallies, Tally, TallyBallot } from '../ports.ts'
import { RunningTally } from '../running-tally.ts'

/** More polls than this are not remembered at once: the one that was voted in longest ago goes first. */
const pollsMax = 200

interface Kept {
  readonly running: RunningTally
  complete: boolean
}

/** Tallies of a server on its own: complete since they were counted once after its start. */
export class InProcessTallies implements Tallies {
  private readonly polls = new Map<PollId, Kept>()

  add(poll: PollId, ballot: TallyBallot): Promise<void> {
    this.kept(poll).running.add(ballot)
    return Promise.resolve()
  }

  read(poll: PollId): Promise<Tally | null> {
    const kept = this.polls.get(poll)
    return Promise.resolve(kept?.complete ? kept.running.now : null)
  }

  async rebuild(poll: PollId, ballots: () => Promise<readonly TallyBallot[]>): Promise<Tally> {
    // From here on it hears of every ballot: those that were durable before are among what comes now.
    const kept = this.kept(poll)
    for (const ballot of await ballots()) kept.running.add(ballot)
    kept.complete = true
    return kept.running.now
  }

  forget(poll: PollId): Promise<void> {
    this.polls.delete(poll)
    return Promise.resolve()
  }

  private kept(poll: PollId): Kept {
    const kept = this.polls.get(poll) ?? { running: new RunningTally(), complete: false }
    this.polls.delete(poll)
    this.polls.set(poll, kept)
    const [oldest] = this.polls.keys()
    if (this.polls.size > pollsMax && oldest !== undefined) this.polls.delete(oldest)
    return kept
  }
}
