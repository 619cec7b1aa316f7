import type { ParityAnswer } from '@witboek/contract'
import {
  ok,
  parityOf,
  type Actor,
  type BookId,
  type MeetingId,
  type ParityCounts,
  type Proceedings,
  type Result,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Hands } from '../../http/hands.ts'
import { minutedMeeting } from './gather-minutes.ts'

/** Entries of a book at a time. */
const page = 1_000
/** Of so many meetings that are over what was written is remembered: it changes no more. */
const rememberedMax = 100

type Edits = ParityCounts['edits']

/** How the hall and home compare, for whoever may read the minutes (PARITY-1). */
export class ParityPage {
  private readonly hands: Pick<Hands, 'store' | 'openMeetings' | 'now'>
  private readonly remembered = new Map<MeetingId, Promise<Edits>>()

  constructor(hands: Pick<Hands, 'store' | 'openMeetings' | 'now'>) {
    this.hands = hands
  }

  async of(id: MeetingId, asked: Actor | null): Promise<Result<ParityAnswer>> {
    const found = await minutedMeeting(this.hands, id, asked)
    if (!found.ok) return found
    const { proceedings } = found.value
    const [edits, ballots] = await Promise.all([this.edits(proceedings), ballotsIn(this.hands.store, proceedings)])
    return ok({
      parity: parityOf(proceedings, { edits, ballots }, this.hands.now()),
      over: proceedings.state === 'over',
    })
  }

  private edits(proceedings: Proceedings): Promise<Edits> {
    const { meeting, state } = proceedings
    const known = this.remembered.get(meeting)
    if (known) return known
    const read = editsIn(this.hands.store, proceedings)
    if (state !== 'over') return read
    const [oldest] = this.remembered.keys()
    if (oldest !== undefined && this.remembered.size >= rememberedMax) this.remembered.delete(oldest)
    this.remembered.set(meeting, read)
    read.catch(() => this.remembered.delete(meeting))
    return read
  }
}

/** What was written in each book between the checkpoint at the opening and the one at the closing, or until now. */
async function editsIn({ bookLog }: Pick<Store, 'bookLog'>, { checkpoints }: Proceedings): Promise<Edits> {
  const edits: { readonly person: Edits[number]['person']; readonly at: Edits[number]['at'] }[] = []
  for (const { book, after, until } of spans(checkpoints)) {
    for (let last = after; last < until;) {
      const entries = await bookLog.read(book, { after: last, limit: Math.min(page, until - last) })
      for (const { kind, person, at } of entries) if (kind === 'edit') edits.push({ person, at })
      if (entries.length === 0) break
      last += entries.length
    }
  }
  return edits
}

interface Span {
  readonly book: BookId
  readonly after: number
  /** Infinity: nobody has closed yet. */
  readonly until: number
}

function spans(checkpoints: Proceedings['checkpoints']): readonly Span[] {
  const books = new Map<BookId, Span>()
  for (const { book, seq } of checkpoints) {
    const first = books.get(book)
    books.set(book, first ? { ...first, until: seq } : { book, after: seq, until: Infinity })
  }
  return [...books.values()]
}

/** Who voted in the polls that are over, and from where. Of a secret one that is known once it is closed. */
async function ballotsIn(
  { ballotBoxes }: Pick<Store, 'ballotBoxes'>,
  { polls }: Proceedings,
): Promise<ParityCounts['ballots']> {
  const over = polls.filter(({ state }) => state !== 'draft' && state !== 'open')
  const rolls = await Promise.all(over.map(({ id }) => ballotBoxes.roll(id)))
  return rolls.flatMap((roll) => roll.map(({ person, mode }) => ({ person, mode })))
}
