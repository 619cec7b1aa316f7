import { createHash } from 'node:crypto'
import {
  chained,
  type BookId,
  type ChainedEvent,
  type HashOf,
  type Instant,
  type NewEvent,
  type PersonId,
} from '@witboek/domain'
import type { EventChains } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole, type Alone } from './whole.ts'

/** The hash that chains are made with. */
export const eventHash: HashOf = (text) => createHash('sha256').update(text).digest('hex')

/** So many rows in one statement: a database takes only so many values at a time. */
const inOneStatement = 200

export class SqlEventChains implements EventChains {
  private readonly db: Database
  private readonly alone: Alone

  constructor(db: Database, alone: Alone) {
    this.db = db
    this.alone = alone
  }

  async append(chain: string, events: readonly NewEvent[]): Promise<readonly ChainedEvent[]> {
    return whole(this.db, async (trx) => {
      await this.alone(trx, `chain ${chain}`)
      const added: ChainedEvent[] = []
      let last = await lastOf(chain, trx)
      for (const event of events) added.push((last = chained(chain, event, last, eventHash)))
      for (let first = 0; first < added.length; first += inOneStatement) {
        const rows = added.slice(first, first + inOneStatement).map((event) => asRow(chain, event))
        await trx.insertInto('event').values(rows).execute()
      }
      return added
    })
  }

  async read(chain: string, { after, limit }: { after: number; limit: number }): Promise<readonly ChainedEvent[]> {
    const rows = await this.db
      .selectFrom('event')
      .selectAll()
      .where('chain', '=', chain)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map(asEvent)
  }

  last(chain: string): Promise<ChainedEvent | null> {
    return lastOf(chain, this.db)
  }

  async latest(chain: string, type: string): Promise<ChainedEvent | null> {
    const row = await this.db
      .selectFrom('event')
      .selectAll()
      .where('chain', '=', chain)
      .where('type', '=', type)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? asEvent(row) : null
  }

  async of(actor: PersonId): Promise<readonly ChainedEvent[]> {
    const rows = await this.db
      .selectFrom('event')
      .selectAll()
      .where('actor', '=', actor)
      .orderBy('chain')
      .orderBy('seq')
      .execute()
    return rows.map(asEvent)
  }

  async acted(actor: PersonId): Promise<boolean> {
    const row = await this.db.selectFrom('event').select('seq').where('actor', '=', actor).limit(1).executeTakeFirst()
    return row !== undefined
  }

  async actors(): Promise<readonly PersonId[]> {
    const rows = await this.db
      .selectFrom('event')
      .select('actor')
      .distinct()
      .where('actor', 'is not', null)
      .orderBy('actor')
      .execute()
    return rows.map(({ actor }) => actor as PersonId)
  }

  async names(): Promise<readonly string[]> {
    const rows = await this.db.selectFrom('event').select('chain').distinct().orderBy('chain').execute()
    return rows.map(({ chain }) => chain)
  }

  recorded(book: BookId): Promise<number> {
    return recordedOf(book, this.db)
  }

  async appendOfBook(
    chain: string,
    book: BookId,
    { from, through }: { readonly from: number; readonly through: number },
    events: readonly NewEvent[],
  ): Promise<boolean> {
    return whole(this.db, async (trx) => {
      await this.alone(trx, `chain ${chain}`)
      if ((await recordedOf(book, trx)) !== from) return false
      await trx
        .insertInto('book_recorded')
        .values({ book, seq: through })
        .onConflict((on) => on.column('book').doUpdateSet({ seq: through }))
        .execute()
      await new SqlEventChains(trx, this.alone).append(chain, events)
      return true
    })
  }
}

async function lastOf(chain: string, db: Database): Promise<ChainedEvent | null> {
  const row = await db
    .selectFrom('event')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? asEvent(row) : null
}

async function recordedOf(book: BookId, db: Database): Promise<number> {
  const row = await db.selectFrom('book_recorded').select('seq').where('book', '=', book).executeTakeFirst()
  return row?.seq ?? 0
}

const asRow = (chain: string, { details, ...event }: ChainedEvent): Tables['event'] => ({
  ...event,
  chain,
  details: JSON.stringify(details),
})

const asEvent = (row: Tables['event']): ChainedEvent => ({
  seq: row.seq,
  at: row.at as Instant,
  actor: row.actor as PersonId | null,
  role: row.role as ChainedEvent['role'],
  theme: row.theme as ChainedEvent['theme'],
  type: row.type,
  subject: row.subject,
  details: JSON.parse(row.details) as ChainedEvent['details'],
  previous: row.previous,
  hash: row.hash,
})
