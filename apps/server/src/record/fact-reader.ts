import type { RecordFault } from '@witboek/contract'
import { factEvent, meetingEvent, type Book, type Meeting, type NewEvent } from '@witboek/domain'
import { eventHash, type MeetingLog, type Reading } from '@witboek/store'

/** Facts at a time: each of a book may hold a whole paragraph. */
const page = 500

/** Whose facts they are, as a fault says it. */
type Of =
  | Pick<Extract<RecordFault, { readonly what: 'fact' }>, 'what' | 'book'>
  | Pick<Extract<RecordFault, { readonly what: 'meeting-fact' }>, 'what' | 'meeting'>

interface Fact {
  readonly seq: number
  /** `null`: it does not belong on the record. */
  readonly event: NewEvent | null
}

/** The facts of a book or of a meeting that belong on the record, one after the other. */
export class FactReader {
  readonly of: Of
  /** Up to here all of them are said to be recorded. */
  private readonly recorded: number
  private readonly read: (after: number) => Promise<readonly Fact[]>
  private after = 0
  private facts: { readonly seq: number; readonly event: NewEvent }[] = []

  constructor(of: Of, recorded: number, read: FactReader['read']) {
    this.of = of
    this.recorded = recorded
    this.read = read
  }

  async next(): Promise<{ readonly seq: number; readonly event: NewEvent } | null> {
    // Also beyond what was once its end: people go on meanwhile.
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
    const facts = await this.read(this.after)
    for (const { seq, event } of facts) {
      if (event) this.facts.push({ seq, event })
      this.after = seq
    }
    return facts.length === page
  }
}

/** Facts of books come on the record a moment after they are durable. */
export async function factsOfBook({ bookLog, events }: Reading, book: Book): Promise<FactReader> {
  const recorded = await events.recorded(book.id)
  return new FactReader({ what: 'fact', book: book.id }, recorded, async (after) =>
    (await bookLog.read(book.id, { after, limit: page })).map((entry) => ({
      seq: entry.seq,
      event: factEvent(book, entry, eventHash),
    })),
  )
}

/** Facts of meetings come on the record in the transaction that makes them durable. */
export async function factsOfMeeting(meetingLog: MeetingLog, meeting: Meeting): Promise<FactReader> {
  const recorded = await meetingLog.head(meeting.id)
  return new FactReader({ what: 'meeting-fact', meeting: meeting.id }, recorded, async (after) =>
    (await meetingLog.read(meeting.id, { after, limit: page })).map((fact) => ({
      seq: fact.seq,
      event: meetingEvent(meeting, fact, eventHash),
    })),
  )
}
