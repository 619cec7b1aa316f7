import type { Instant, PersonId } from '@witboek/domain'
import type { Ticket, Tickets } from '../ports/index.ts'
import type { Database } from '../tables.ts'

export class SqlTickets implements Tickets {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async issue({ hash, kind, person, content, expiresAt }: Ticket): Promise<void> {
    await this.db
      .insertInto('ticket')
      .values({ hash, kind, person, content: JSON.stringify(content), expires_at: expiresAt })
      .execute()
  }

  async take(hash: string, kind: string, now: Instant): Promise<Ticket | null> {
    const row = await this.db
      .deleteFrom('ticket')
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .returningAll()
      .executeTakeFirst()
    if (!row || row.expires_at <= now) return null
    return {
      hash: row.hash,
      kind: row.kind,
      person: row.person as PersonId | null,
      content: JSON.parse(row.content) as Ticket['content'],
      expiresAt: row.expires_at as Instant,
    }
  }

  async endOf(person: PersonId, kind?: string): Promise<number> {
    const those = this.db.deleteFrom('ticket').where('person', '=', person)
    const { numDeletedRows } = await (kind === undefined ? those : those.where('kind', '=', kind)).executeTakeFirst()
    return Number(numDeletedRows)
  }

  async endExpired(now: Instant): Promise<number> {
    const { numDeletedRows } = await this.db.deleteFrom('ticket').where('expires_at', '<=', now).executeTakeFirst()
    return Number(numDeletedRows)
  }
}
