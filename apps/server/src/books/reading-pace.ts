import type { Rates } from '@witboek/live'

/** What one line may bring (I6). Far above an evening's typing, pasting and coming back with eight sections at once. */
export const lineRates = {
  messages: { perSecond: 200, burst: 2_000 },
  bytes: { perSecond: 1024 * 1024, burst: 8 * 1024 * 1024 },
} as const satisfies Rates

/** What all lines of one account may bring together, on all servers. Never per address: a whole hall may come from one. */
export const accountRates = {
  messages: { perSecond: 400, burst: 4_000 },
  bytes: { perSecond: 2 * 1024 * 1024, burst: 16 * 1024 * 1024 },
} as const satisfies Rates
