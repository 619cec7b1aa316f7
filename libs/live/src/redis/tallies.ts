import { createHash, randomBytes } from 'node:crypto'
import type { PollId } from '@witboek/domain'
import type { Tallies, Tally, TallyBallot } from '../ports.ts'
import { RunningTally } from '../running-tally.ts'
import { inTime } from './in-time.ts'
import type { Link } from './link.ts'
import { tallyScripts } from './tally-scripts.ts'

/** So long (ms) after its last ballot a tally goes by itself. */
const holds = 6 * 60 * 60 * 1000
/** At most so many ballots in one script, so that Redis serves others in between. */
const batch = 200
/** More ballots than this are not kept to be said later: then their polls are counted anew. */
const owedMax = 2_000

/**
 * Tallies that all servers share. Redis alone has them: while it is away there are none, because one server knows only its
 * own voters. Each script does all of its work or none of it, whatever other servers do.
 */
export class RedisTallies implements Tallies {
  private readonly link: Link
  /** What Redis may not have, by poll and voter. */
  private readonly owed = new Map<PollId, Map<string, TallyBallot>>()
  /** Polls of which more is owed than is kept. */
  private readonly lost = new Set<PollId>()

  constructor(link: Link) {
    this.link = link
    link.onReturn(() => void this.settleAll())
  }

  async add(poll: PollId, ballot: TallyBallot): Promise<void> {
    try {
      await this.addAll(poll, [ballot])
    } catch {
      this.owe(poll, ballot)
    }
  }

  async read(poll: PollId): Promise<Tally | null> {
    try {
      await this.settle(poll)
      const answer = (await this.run('read', poll, [])) as [number, string[]] | null
      return answer && asTally(answer)
    } catch {
      return null
    }
  }

  async rebuild(poll: PollId, ballots: () => Promise<readonly TallyBallot[]>): Promise<Tally> {
    // Before the ballots are read: what becomes durable after that is added to this birth, or to a later one.
    const birth = await this.begin(poll)
    const all = await ballots()
    const counted = new RunningTally()
    for (const ballot of all) counted.add(ballot)
    try {
      if (birth === null) return counted.now
      for (let i = 0; i < all.length; i += batch) await this.addAll(poll, all.slice(i, i + batch))
      await this.run('complete', poll, [birth])
    } catch {
      // It is not marked complete, or as it should be: the next one counts again, or need not.
    }
    return counted.now
  }

  async forget(poll: PollId): Promise<void> {
    this.owed.delete(poll)
    this.lost.delete(poll)
    await this.run('forget', poll, []).catch(() => undefined)
  }

  private async begin(poll: PollId): Promise<string | null> {
    try {
      await this.settle(poll)
      return (await this.run('begin', poll, aBirth())) as string
    } catch {
      return null
    }
  }

  private async addAll(poll: PollId, ballots: readonly TallyBallot[]): Promise<void> {
    const said = ballots.flatMap(({ voter, version, slots }) => [
      inRedis(poll, voter),
      String(version),
      JSON.stringify(slots),
    ])
    await this.run('add', poll, [...aBirth(), ...said])
  }

  /** Rejects when Redis is away, or does not answer in time: then it may have been done, or not. */
  private async run(script: keyof typeof tallyScripts, poll: PollId, values: readonly string[]): Promise<unknown> {
    const { names, needed } = this.link
    return inTime(needed.eval(tallyScripts[script], { keys: names.tally(poll), arguments: [...values] }))
  }

  private owe(poll: PollId, ballot: TallyBallot): void {
    if (this.lost.has(poll)) return
    const ofPoll = this.owed.get(poll) ?? new Map<string, TallyBallot>()
    const before = ofPoll.get(ballot.voter)
    if (!before || before.version < ballot.version) ofPoll.set(ballot.voter, ballot)
    this.owed.set(poll, ofPoll)
    if ([...this.owed.values()].reduce((sum, { size }) => sum + size, 0) <= owedMax) return
    for (const each of this.owed.keys()) this.lost.add(each)
    this.owed.clear()
  }

  private async settleAll(): Promise<void> {
    for (const poll of [...this.owed.keys(), ...this.lost]) await this.settle(poll).catch(() => undefined)
  }

  /** Says what is owed of this poll. Rejects when that cannot be said now either. */
  private async settle(poll: PollId): Promise<void> {
    if (this.lost.has(poll)) {
      await this.run('forget', poll, [])
      this.lost.delete(poll)
    }
    const ballots = [...(this.owed.get(poll)?.values() ?? [])]
    for (let i = 0; i < ballots.length; i += batch) {
      const some = ballots.slice(i, i + batch)
      await this.addAll(poll, some)
      const ofPoll = this.owed.get(poll)
      for (const ballot of some) if (ofPoll?.get(ballot.voter) === ballot) ofPoll.delete(ballot.voter)
      if (ofPoll?.size === 0) this.owed.delete(poll)
    }
  }
}

const aBirth = (): readonly string[] => [randomBytes(8).toString('hex'), String(holds)]

/** What somebody chose stands beside it: Redis gets no number of a person. */
const inRedis = (poll: PollId, voter: string): string =>
  createHash('sha256').update(`${poll} ${voter}`).digest('base64url').slice(0, 22)

function asTally([cast, fields]: [number, string[]]): Tally {
  const sums = fields.flatMap((name, i) =>
    i % 2 === 0 && name.startsWith('s:') ? [[name.slice(2), Number(fields[i + 1])] as const] : [],
  )
  return { sum: Object.fromEntries(sums), cast }
}
