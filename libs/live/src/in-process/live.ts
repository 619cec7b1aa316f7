import type { Live } from '../ports.ts'
import { InProcessPresence } from './presence.ts'

/** Everything live in this one process: what serves a town. */
export function openInProcessLive(): Live {
  return { presence: new InProcessPresence(), close: () => Promise.resolve() }
}
