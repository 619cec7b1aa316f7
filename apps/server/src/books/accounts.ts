import type { PersonId } from '@witboek/domain'
import { accountRates, ReadingPace } from './reading-pace.ts'

/** One person with more lines than this is a program: eight books on six devices are 48. */
const linesMax = 50

/** How much each account has open and brings in. An account without lines leaves nothing behind. */
export class Accounts {
  private readonly accounts = new Map<PersonId, { lines: number; readonly pace: ReadingPace }>()

  /** One more line for this person; answers the pace all of them share, or `null` when there are too many. */
  enter(person: PersonId, now: number): ReadingPace | null {
    const account = this.accounts.get(person) ?? { lines: 0, pace: new ReadingPace(accountRates, now) }
    if (account.lines >= linesMax) return null
    account.lines += 1
    this.accounts.set(person, account)
    return account.pace
  }

  leave(person: PersonId): void {
    const account = this.accounts.get(person)
    if (!account) return
    account.lines -= 1
    if (account.lines === 0) this.accounts.delete(person)
  }

  get size(): number {
    return this.accounts.size
  }
}
