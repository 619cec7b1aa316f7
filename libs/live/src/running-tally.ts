import type { Tally, TallyBallot } from './ports.ts'

/** A tally with what it holds of each voter. */
export class RunningTally {
  private readonly ballots = new Map<string, TallyBallot>()
  private readonly sum = new Map<string, number>()

  add(ballot: TallyBallot): void {
    const before = this.ballots.get(ballot.voter)
    if (before && before.version >= ballot.version) return
    if (before) this.move(before, -1)
    this.move(ballot, 1)
    this.ballots.set(ballot.voter, ballot)
  }

  get now(): Tally {
    return { sum: Object.fromEntries(this.sum), cast: this.ballots.size }
  }

  private move({ slots }: TallyBallot, by: 1 | -1): void {
    for (const [name, number] of Object.entries(slots)) {
      const sum = (this.sum.get(name) ?? 0) + by * number
      if (sum === 0) this.sum.delete(name)
      else this.sum.set(name, sum)
    }
  }
}
