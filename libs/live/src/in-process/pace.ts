import type { PersonId } from '@witboek/domain'
import type { Pace } from '../ports.ts'
import { ReadingPace, type Rates } from '../reading-pace.ts'

/** The pace of accounts whose lines are all on this server. */
export class InProcessPace implements Pace {
  private readonly rates: Rates
  private readonly accounts = new Map<PersonId, ReadingPace>()

  constructor(rates: Rates) {
    this.rates = rates
  }

  read(account: PersonId, size: number, now: number): number {
    const pace = this.accounts.get(account) ?? new ReadingPace(this.rates, now)
    this.accounts.set(account, pace)
    return pace.read(size, now)
  }

  forget(account: PersonId): void {
    this.accounts.delete(account)
  }

  /** How many accounts it knows. */
  get size(): number {
    return this.accounts.size
  }
}
