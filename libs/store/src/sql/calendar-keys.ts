import type { PersonId } from '@witboek/domain'
import type { CalendarKeys } from '../ports/index.ts'
import type { Database } from '../tables.ts'

export class SqlCalendarKeys implements CalendarKeys {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async give(person: PersonId, keyHash: string): Promise<void> {
    await this.db
      .insertInto('calendar_key')
      .values({ person, key_hash: keyHash })
      .onConflict((on) => on.column('person').doUpdateSet({ key_hash: keyHash }))
      .execute()
  }

  async personBy(keyHash: string): Promise<PersonId | null> {
    const row = await this.db
      .selectFrom('calendar_key')
      .select('person')
      .where('key_hash', '=', keyHash)
      .executeTakeFirst()
    return (row?.person ?? null) as PersonId | null
  }

  async has(person: PersonId): Promise<boolean> {
    const row = await this.db
      .selectFrom('calendar_key')
      .select('person')
      .where('person', '=', person)
      .executeTakeFirst()
    return row !== undefined
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('calendar_key').where('person', '=', person).execute()
  }
}
