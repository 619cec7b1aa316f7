import type { BookBus } from '../ports.ts'

/** A server on its own: there are no others to tell, and none to hear. */
export const aloneOnTheBus: BookBus = {
  connected: true,
  spread: () => undefined,
  tell: () => Promise.resolve(0),
  listen: () => () => undefined,
}
