import type { Live } from '../ports.ts'
import type { Rates } from '../reading-pace.ts'
import { InProcessAttempts } from './attempts.ts'
import { aloneOnTheBus } from './book-bus.ts'
import { nobodyToNotify } from './notices.ts'
import { InProcessPace } from './pace.ts'
import { InProcessPresence } from './presence.ts'
import { InProcessTallies } from './tallies.ts'

/** Everything live in this one process: what serves a town. */
export function openInProcessLive({ accountRates }: { readonly accountRates: Rates }): Live {
  return {
    presence: new InProcessPresence(),
    books: aloneOnTheBus,
    notices: nobodyToNotify,
    pace: new InProcessPace(accountRates),
    attempts: new InProcessAttempts(),
    tallies: new InProcessTallies(),
    sockets: null,
    close: () => Promise.resolve(),
  }
}
