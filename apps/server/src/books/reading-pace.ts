import { fullBucket, take, wait, type Bucket, type Rate } from './rate.ts'

/** What one line may bring (I6). Far above an evening's typing, pasting and coming back with eight sections at once. */
export const lineRates = {
  messages: { perSecond: 200, burst: 2_000 },
  bytes: { perSecond: 1024 * 1024, burst: 8 * 1024 * 1024 },
} as const satisfies Rates

/** What all lines of one account may bring together. Never per address: a whole hall may come from one. */
export const accountRates = {
  messages: { perSecond: 400, burst: 4_000 },
  bytes: { perSecond: 2 * 1024 * 1024, burst: 16 * 1024 * 1024 },
} as const satisfies Rates

export interface Rates {
  readonly messages: Rate
  readonly bytes: Rate
}

/** The buckets of a line, or of an account. */
export class ReadingPace {
  private readonly rates: Rates
  private messages: Bucket
  private bytes: Bucket

  constructor(rates: Rates, now: number) {
    this.rates = rates
    this.messages = fullBucket(rates.messages, now)
    this.bytes = fullBucket(rates.bytes, now)
  }

  /** One message came in; answers how long (ms) to wait before reading on. */
  read(size: number, now: number): number {
    this.messages = take(this.messages, this.rates.messages, 1, now)
    this.bytes = take(this.bytes, this.rates.bytes, size, now)
    return Math.max(wait(this.messages, this.rates.messages), wait(this.bytes, this.rates.bytes))
  }
}
