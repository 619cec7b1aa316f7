import { OpenBooks, systemClock } from '@witboek/book'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import { rightsInStore } from '../books/book-access.ts'
import type { Events } from '../events.ts'
import type { Visitors } from '../login/visitors.ts'
import { RecordKeeper } from '../record/record-keeper.ts'
import type { Metrics } from '../watch/metrics.ts'
import type { Traces } from '../watch/traces.ts'
import { watchedLog } from '../watch/watched-log.ts'

interface Around {
  readonly store: Store
  readonly live: Live
  readonly visitors: Visitors
  readonly events: Events
  readonly metrics: Metrics
  readonly traces: Traces
}

/** The open books, and what of them comes on the record. */
export function openBooks({ store, live, visitors, events, metrics, traces }: Around) {
  const record = new RecordKeeper({ store, clock: systemClock, events })
  const open = new OpenBooks({
    log: record.recorded(watchedLog(store.bookLog, metrics, traces)),
    bus: live.books,
    clock: systemClock,
    rightsNow: (book) => rightsInStore({ store, visitors }, book),
    gaveUp: events.roomGivenUp,
    noted: events.roomNoted,
  })
  return { record, open }
}
