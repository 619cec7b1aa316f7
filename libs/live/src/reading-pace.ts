import { fullBucket, take, wait, type Bucket, type Rate } from './rate.ts'

/** How fast somebody's messages may come in, by their number and by their bytes. */
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
