import { setImmediate as aTurn } from 'node:timers/promises'
import type { RecordFault } from '@witboek/contract'
import {
  checkChain,
  factEvent,
  factIn,
  type Book,
  type BookId,
  type ChainedEvent,
  type Instant,
  type NewEvent,
} from '@witboek/domain'
import { eventHash, type Reading } from '@witboek/store'
import { booksOf, chainNames } from './books-on-record.ts'

/** Events at a time. */
const eventsPage = 1_000
/** Entries of a book at a time: each may hold a whole paragraph. */
const entriesPage = 500

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
  /** Facts of books that are durable and not on the record yet. */
  readonly waiting: number
}

export interface RecordVerdict {
  readonly chains: readonly ChainVerdict[]
  /** Of the heads that were asked for: those that stand in no chain. */
  readonly lostHeads: readonly string[]
}

/**
 * Checks every chain from its first event, and every fact of every book against it, while servers go on writing. In pages:
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
  // How far each book is recorded comes first: all of that has its event in what is read after it.
  const facts = new Map<string, FactReader>()
  for (const book of await booksOf(reading, chain))
    facts.set(book.id, new FactReader(reading, book, await reading.events.recorded(book.id)))

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
      const fault = await compare(event, facts.get(event.subject))
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
  for (const reader of facts.values()) {
    const { missing, left } = await reader.rest()
    if (missing) return verdict({ what: 'fact', book: reader.book.id, seq: missing, why: 'unrecorded' })
    waiting += left
  }
  return verdict(null, waiting)
}

/** An event that was copied from a book, and the next fact of that book: they come in the same order. */
async function compare(event: ChainedEvent, reader: FactReader | undefined): Promise<RecordFault | null> {
  const copied = factIn(event)
  if (!copied) return null
  const { seq } = copied
  const book = event.subject as BookId
  const fact = (await reader?.next()) ?? null
  if (fact === null || fact.seq > seq) return { what: 'fact', book, seq, why: 'gone' }
  if (fact.seq < seq) return { what: 'fact', book, seq: fact.seq, why: 'unrecorded' }
  const { at, actor, type, details } = fact.event
  const same = at === event.at && actor === event.actor && type === event.type && details['hash'] === copied.hash
  return same ? null : { what: 'fact', book, seq, why: 'changed' }
}

interface Fact {
  readonly seq: number
  readonly event: NewEvent
}

/** The facts of a book that belong on the record, one after the other. */
class FactReader {
  readonly book: Book
  private readonly reading: Reading
  /** Up to here all of them are said to be recorded. */
  private readonly recorded: number
  private after = 0
  private facts: Fact[] = []

  constructor(reading: Reading, book: Book, recorded: number) {
    this.reading = reading
    this.book = book
    this.recorded = recorded
  }

  async next(): Promise<Fact | null> {
    // Also beyond what was once its end: people write on meanwhile.
    while (this.facts.length === 0) if (!(await this.readOn())) break
    return this.facts.shift() ?? null
  }

  /** What the chain did not tell of: the first that should be in it, and how many are still on their way. */
  async rest(): Promise<{ readonly missing: number | null; readonly left: number }> {
    let left = 0
    for (let fact = await this.next(); fact; fact = await this.next()) {
      if (fact.seq <= this.recorded) return { missing: fact.seq, left }
      left += 1
    }
    return { missing: null, left }
  }

  /** Answers whether there may be more. */
  private async readOn(): Promise<boolean> {
    const entries = await this.reading.bookLog.read(this.book.id, { after: this.after, limit: entriesPage })
    for (const entry of entries) {
      const event = factEvent(this.book, entry, eventHash)
      if (event) this.facts.push({ seq: entry.seq, event })
      this.after = entry.seq
    }
    return entries.length === entriesPage
  }
}
