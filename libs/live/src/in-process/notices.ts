import type { Notices } from '../ports.ts'

/** A server on its own has nobody to notify, and misses nothing. */
export const nobodyToNotify: Notices = {
  send: () => Promise.resolve(),
  onNotice: () => undefined,
  onReturn: () => undefined,
}
