import type { Consent, Instant, PersonId } from '@witboek/domain'
import type { Consents } from '../ports/index.ts'
import type { Database } from '../tables.ts'

export class SqlConsents implements Consents {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async give(consent: Consent): Promise<void> {
    await this.db
      .insertInto('consent')
      .values(consent)
      .onConflict((on) => on.columns(['person', 'text', 'version']).doNothing())
      .execute()
  }

  async of(person: PersonId): Promise<readonly Consent[]> {
    const rows = await this.db.selectFrom('consent').selectAll().where('person', '=', person).orderBy('at').execute()
    return rows.map(({ text, version, at }) => ({ person, text: text as Consent['text'], version, at: at as Instant }))
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('consent').where('person', '=', person).execute()
  }
}
