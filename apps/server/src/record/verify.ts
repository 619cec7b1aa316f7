import { setImmediate as aTurn } from 'node:timers/promises'
import type { RecordFault } from '@witboek/contract'
import { checkChain, factIn, type BookId, type ChainedEvent, type Instant, type MeetingId } from '@witboek/domain'
import { eventHash, type Reading } from '@witboek/store'
import { booksOf, chainNames, meetingsOf } from './books-on-record.ts'
import { factsOfBook, factsOfMeeting, type FactReader } from './fact-reader.ts'

/** Events at a time. */
const eventsPage = 1_000

/** A chain, checked from its first event. */
export interface ChainVerdict {
  readonly chain: string
  /** The first fault; up to there the chain is right. `null`: all of it is. */
  readonly fault: RecordFault | null
  /** So many events are right. */
  readonly events: number
  /** The times of the oldest and of the youngest of them; what was done in a book may be older than what stands before it. */
  readonly from: Instant | null
  readonly to: Instant | null
  /** The hash of the last of them; empty when there is none. */
  readonly head: string
  /** Facts that are durable and not on the record yet. */
  readonly waiting: number
}

export interface RecordVerdict {
  readonly chains: readonly ChainVerdict[]
  /** Of the heads that were asked for: those that stand in no chain. */
  readonly lostHeads: readonly string[]
}

/**
 * Checks every chain from its first event, and every fact of every book and meeting against it, while servers go on writing. In pages:
 * it needs as much memory for a long record as for a short one. `heads`: hashes that were written down elsewhere before.
 */
export async function verifyRecord(reading: Reading, heads: readonly string[] = []): Promise<RecordVerdict> {
  const lost = new Set(heads)
  const chains: ChainVerdict[] = []
  for (const chain of await chainNames(reading))
    chains.push(await verifyChain(reading, chain, ({ hash }) => void lost.delete(hash)))
  return { chains, lostHeads: [...lost] }
}

async function verifyChain(reading: Reading, chain: string, saw: (event: ChainedEvent) => void): Promise<ChainVerdict> {
  // How far each book and meeting is recorded comes first: all of that has its event in what is read after it.
  const readers = await Readers.ofChain(reading, chain)

  let last: { readonly seq: number; readonly hash: string } | null = null
  let [from, to]: [Instant | null, Instant | null] = [null, null]
  const verdict = (fault: RecordFault | null, waiting = 0): ChainVerdict => ({
    ...{ chain, fault, from, to, waiting },
    events: last?.seq ?? 0,
    head: last?.hash ?? '',
  })
  for (;;) {
    const page: readonly ChainedEvent[] = await reading.events.read(chain, { after: last?.seq ?? 0, limit: eventsPage })
    for (const event of page) {
      const checked = checkChain(chain, [event], last, eventHash)
      if (checked.fault) return verdict({ what: 'event', ...checked.fault })
      const fault = await compare(event, readers)
      if (fault) return verdict(fault)
      saw(event)
      last = event
      if (from === null || event.at < from) from = event.at
      if (to === null || event.at > to) to = event.at
    }
    if (page.length < eventsPage) break
    // Others get their turn: a store in this very process answers at once.
    await aTurn()
  }
  let waiting = 0
  for (const reader of readers.all()) {
    const { missing, left } = await reader.rest()
    if (missing) return verdict({ ...reader.of, seq: missing, why: 'unrecorded' })
    waiting += left
  }
  return verdict(null, waiting)
}

/** An event that was copied from a book or a meeting, and its next fact: they come in the same order. */
async function compare(event: ChainedEvent, readers: Readers): Promise<RecordFault | null> {
  const copied = factIn(event)
  if (!copied) return null
  const { seq } = copied
  const reader = await readers.of(event.subject)
  if (!reader) return { what: 'fact', book: event.subject as BookId, seq, why: 'gone' }
  const fact = await reader.next()
  if (fact === null || fact.seq > seq) return { ...reader.of, seq, why: 'gone' }
  if (fact.seq < seq) return { ...reader.of, seq: fact.seq, why: 'unrecorded' }
  const { at, actor, type, details } = fact.event
  const same = at === event.at && actor === event.actor && type === event.type && details['hash'] === copied.hash
  return same ? null : { ...reader.of, seq, why: 'changed' }
}

/** The facts of all books and meetings of a dialogue. */
class Readers {
  private readonly reading: Reading
  private readonly readers = new Map<string, FactReader>()

  private constructor(reading: Reading) {
    this.reading = reading
  }

  static async ofChain(reading: Reading, chain: string): Promise<Readers> {
    const all = new Readers(reading)
    for (const book of await booksOf(reading, chain)) all.readers.set(book.id, await factsOfBook(reading, book))
    const { meetingLog } = reading
    if (meetingLog)
      for (const meeting of await meetingsOf(reading, chain))
        all.readers.set(meeting.id, await factsOfMeeting(meetingLog, meeting))
    return all
  }

  /** Also of a meeting that was planned since. */
  async of(id: string): Promise<FactReader | null> {
    const known = this.readers.get(id)
    const { meetingLog, meetings } = this.reading
    const meeting = known || !meetingLog ? null : await meetings.find(id as MeetingId)
    if (!meeting || !meetingLog) return known ?? null
    const reader = await factsOfMeeting(meetingLog, meeting)
    this.readers.set(id, reader)
    return reader
  }

  all(): Iterable<FactReader> {
    return this.readers.values()
  }
}
