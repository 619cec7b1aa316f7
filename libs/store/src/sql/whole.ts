import type { Database } from '../tables.ts'

/** Within the transaction there is, or in one of its own. */
export const whole = <Value>(db: Database, work: (transaction: Database) => Promise<Value>): Promise<Value> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

/** Holds back every other transaction that asks for the same name, until the end of this one. */
export type Alone = (transaction: Database, name: string) => Promise<void>

/** What each of the two databases does in a way of its own. */
export interface Manners {
  readonly alone: Alone
  /** Goes on beside others who ask for this under the same name, and holds back those who want to be alone. */
  readonly beside: Alone
  /**
   * Clears away what is left of the order in which people voted in a secret poll, once its closing is durable; or soon
   * after. Never rejects.
   */
  readonly seal: () => Promise<void>
}
