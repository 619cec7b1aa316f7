import type { Instant, LoginId, PersonId } from '@witboek/domain'
import type { Login, Logins } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

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
        how: login.how,
        device: login.device,
        seen_at: login.seenAt,
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
    return row ? asLogin(row) : null
  }

  async of(person: PersonId, now: Instant): Promise<readonly Login[]> {
    const rows = await this.db
      .selectFrom('login')
      .selectAll()
      .where('person', '=', person)
      .where('expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(asLogin)
  }

  async seen(id: LoginId, at: Instant): Promise<void> {
    await this.db.updateTable('login').set({ seen_at: at }).where('id', '=', id).execute()
  }

  async lastSeen(): Promise<ReadonlyMap<PersonId, Instant>> {
    const rows = await this.db
      .selectFrom('login')
      .select(({ fn }) => ['person', fn.max('seen_at').as('at')])
      .groupBy('person')
      .execute()
    return new Map(rows.map(({ person, at }) => [person as PersonId, Number(at) as Instant]))
  }

  async end(id: LoginId): Promise<void> {
    await this.db.deleteFrom('login').where('id', '=', id).execute()
  }

  async endOf(person: PersonId, except?: LoginId): Promise<readonly LoginId[]> {
    const those = this.db.deleteFrom('login').where('person', '=', person)
    const ended = await (except === undefined ? those : those.where('id', '!=', except)).returning('id').execute()
    return ended.map(({ id }) => id as LoginId)
  }

  async endExpired(now: Instant): Promise<number> {
    const { numDeletedRows } = await this.db.deleteFrom('login').where('expires_at', '<=', now).executeTakeFirst()
    return Number(numDeletedRows)
  }
}

const asLogin = (row: Tables['login']): Login => ({
  id: row.id as LoginId,
  tokenHash: row.token_hash,
  person: row.person as PersonId,
  seatIndex: row.seat_index,
  createdAt: row.created_at as Instant,
  expiresAt: row.expires_at as Instant,
  how: row.how as Login['how'],
  device: row.device,
  seenAt: row.seen_at as Instant,
})
