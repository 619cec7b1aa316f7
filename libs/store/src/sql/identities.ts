import type { PersonId } from '@witboek/domain'
import type { Identities, Identity } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlIdentities implements Identities {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async add(identity: Identity): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('identity')
      .values(identity)
      .onConflict((on) => on.columns(['issuer', 'subject']).doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }

  async find(issuer: string, subject: string): Promise<Identity | null> {
    const row = await this.db
      .selectFrom('identity')
      .selectAll()
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return row ? asIdentity(row) : null
  }

  async of(person: PersonId): Promise<readonly Identity[]> {
    const rows = await this.db.selectFrom('identity').selectAll().where('person', '=', person).execute()
    return rows.map(asIdentity)
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('identity').where('person', '=', person).execute()
  }
}

const asIdentity = ({ issuer, subject, person }: Tables['identity']): Identity => ({
  issuer,
  subject,
  person: person as PersonId,
})
