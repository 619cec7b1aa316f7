import type { Instant, LoginId, PersonId } from '@witboek/domain'
import type { Login, Logins } from '../ports.ts'
import type { Database } from '../tables.ts'

export class SqlLogins implements Logins {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async start(login: Login): Promise<void> {
    await this.db
      .insertInto('login')
      .values({
        id: login.id,
        token_hash: login.tokenHash,
        person: login.person,
        seat_index: login.seatIndex,
        created_at: login.createdAt,
        expires_at: login.expiresAt,
      })
      .execute()
  }

  async find(tokenHash: string, now: Instant): Promise<Login | null> {
    const row = await this.db
      .selectFrom('login')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    if (!row) return null
    return {
      id: row.id as LoginId,
      tokenHash: row.token_hash,
      person: row.person as PersonId,
      seatIndex: row.seat_index,
      createdAt: row.created_at as Instant,
      expiresAt: row.expires_at as Instant,
    }
  }

  async end(id: LoginId): Promise<void> {
    await this.db.deleteFrom('login').where('id', '=', id).execute()
  }

  async endOf(person: PersonId): Promise<readonly LoginId[]> {
    const ended = await this.db.deleteFrom('login').where('person', '=', person).returning('id').execute()
    return ended.map(({ id }) => id as LoginId)
  }

  async endExpired(now: Instant): Promise<number> {
    const { numDeletedRows } = await this.db.deleteFrom('login').where('expires_at', '<=', now).executeTakeFirst()
    return Number(numDeletedRows)
  }
}
