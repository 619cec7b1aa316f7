import type { Live } from '../ports.ts'
import { aloneOnTheBus } from './book-bus.ts'
import { nobodyToNotify } from './notices.ts'
import { InProcessPresence } from './presence.ts'

/** Everything live in this one process: what serves a town. */
export function openInProcessLive(): Live {
  return {
    presence: new InProcessPresence(),
    books: aloneOnTheBus,
    notices: nobodyToNotify,
    close: () => Promise.resolve(),
  }
}
