import type { PollShown } from '@witboek/contract'
import {
  addSlots,
  handsOf,
  handsSlots,
  namesShown,
  outcomeOf,
  planOf,
  reasonsIn,
  revealed,
  slotsOf,
  sumOfSlots,
  type GivenReason,
  type Instant,
  type Person,
  type PersonId,
  type Poll,
  type PollId,
  type PollResult,
  type Proceedings,
} from '@witboek/domain'
import { atBallot, type Live, type Tally } from '@witboek/live'
import type { KeptBallot, Store } from '@witboek/store'
import { LiveTallies } from './live-tally.ts'

interface Hands {
  readonly store: Pick<Store, 'ballotBoxes'>
  readonly live: Pick<Live, 'presence' | 'tallies'>
  readonly now: () => Instant
}

/** What a box that is closed says, which is for good. */
interface Closed {
  /** How many cast a ballot themselves. */
  readonly cast: number
  /** Of an open or named poll. */
  readonly ballots: readonly KeptBallot[]
  readonly versions: ReadonlyMap<PersonId, number>
}

type Names = ReadonlyMap<PersonId, Pick<Person, 'name'>>

/** More boxes than this are not remembered at once. */
const closedMax = 500

/** The polls of meetings as everybody sees them: their numbers only when the rule of the poll lets them be seen (POLL-10). */
export class PollsShown {
  private readonly hands: Hands
  private readonly tallies: LiveTallies
  private readonly closed = new Map<PollId, Promise<Closed>>()

  constructor(hands: Hands) {
    this.hands = hands
    this.tallies = new LiveTallies(hands)
  }

  /** Of one meeting, the latest first. */
  of({ polls }: Pick<Proceedings, 'polls'>, names: Names): Promise<readonly PollShown[]> {
    const opened = polls.filter(({ state }) => state !== 'draft')
    return Promise.all(opened.toReversed().map((poll) => this.shown(poll, names)))
  }

  /** Which version of whose ballot counts, in each poll that is not secret: for the voters themselves. */
  async ballotsOf({ polls }: Pick<Proceedings, 'polls'>): Promise<ReadonlyMap<PollId, ReadonlyMap<PersonId, number>>> {
    const told = polls.filter(({ state, visibility }) => state !== 'draft' && visibility !== 'secret')
    return new Map(await Promise.all(told.map(async (poll) => [poll.id, await this.versions(poll)] as const)))
  }

  private async versions(poll: Poll): Promise<ReadonlyMap<PersonId, number>> {
    if (poll.state === 'open') return this.hands.store.ballotBoxes.versions(poll.id)
    return (await this.closedBox(poll)).versions
  }

  private async shown(poll: Poll, names: Names): Promise<PollShown> {
    const { id, item, openedAt, closesAt, closedAt, voidReason, electorate } = poll
    const { cast, filling, result, ballots, reasons } = await (poll.state === 'open'
      ? this.open(poll)
      : this.over(poll))
    const byHand = handsIn(poll)
    return {
      ...{ id, item, openedAt, closesAt, closedAt, voidReason },
      ...planOf(poll),
      state: poll.state as PollShown['state'],
      entitled: electorate.length,
      cast: cast + byHand,
      filling: Math.min(filling, Math.max(0, electorate.length - cast - byHand)),
      handsToCheck: poll.hands.filter(({ state }) => state === 'entered').length,
      result,
      votes:
        ballots && namesShown(poll, this.hands.now())
          ? ballots.map(({ person, choices }) => ({ name: names.get(person)?.name ?? '', choices }))
          : null,
      ...(reasons.length > 0 ? { reasons } : {}),
    }
  }

  /** Numbers come from the tally while people vote, and only where they may be seen while they do. */
  private async open(poll: Poll): Promise<Numbers> {
    const { store, live } = this.hands
    const cast = (await store.ballotBoxes.find(poll.id))?.cast ?? 0
    const filling = (await live.presence.list(atBallot(poll.id))).length
    if (poll.reveal !== 'live' || poll.visibility === 'secret')
      return { cast, filling, result: null, ballots: null, reasons: [] }
    const ballots = poll.visibility === 'named' ? await store.ballotBoxes.ballots(poll.id) : null
    return { cast, filling, ballots, reasons: [], result: resultOf(poll, await this.tallies.of(poll, cast)) }
  }

  /** Nothing comes in any more: numbers are those of the ballots themselves, and once published those that were. */
  private async over(poll: Poll): Promise<Numbers> {
    this.tallies.forget(poll.id)
    const { cast, ballots } = await this.closedBox(poll)
    const seen = revealed(poll, this.hands.now())
    const counted = () => sumOfSlots(ballots.map(({ choices }) => slotsOf(poll, choices)))
    const result = seen ? (poll.result ?? resultOf(poll, { sum: counted(), cast })) : null
    const reasons = seen ? reasonsIn(ballots.map(({ choices }) => choices)) : []
    return { cast, filling: 0, result, reasons, ballots: poll.visibility === 'named' ? ballots : null }
  }

  private closedBox(poll: Poll): Promise<Closed> {
    const known = this.closed.get(poll.id)
    if (known) return known
    const asked = this.readBox(poll)
    this.closed.set(poll.id, asked)
    asked.catch(() => this.closed.delete(poll.id))
    const [oldest] = this.closed.keys()
    if (this.closed.size > closedMax && oldest !== undefined) this.closed.delete(oldest)
    return asked
  }

  private async readBox({ id, visibility }: Poll): Promise<Closed> {
    const { ballotBoxes } = this.hands.store
    const cast = (await ballotBoxes.find(id))?.cast ?? 0
    const ballots = visibility === 'secret' ? [] : await ballotBoxes.ballots(id)
    return { cast, ballots, versions: new Map(ballots.map(({ person, version }) => [person, version])) }
  }
}

interface Numbers {
  readonly cast: number
  readonly filling: number
  readonly result: PollResult | null
  readonly ballots: readonly KeptBallot[] | null
  /** Once nobody can change theirs any more. */
  readonly reasons: readonly GivenReason[]
}

/** With the hands that were counted in the room. */
function resultOf(poll: Poll, { sum, cast }: Tally): PollResult {
  const counts = addSlots(sum, sumOfSlots(handsOf(poll).map(handsSlots)))
  return outcomeOf(planOf(poll), counts, cast + handsIn(poll), poll.electorate.length)
}

const handsIn = (poll: Poll): number => handsOf(poll).reduce((sum, { voters }) => sum + voters.length, 0)
