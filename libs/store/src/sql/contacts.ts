import type { Contact, PersonId } from '@witboek/domain'
import type { Contacts } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole, type Alone } from './whole.ts'

export class SqlContacts implements Contacts {
  private readonly db: Database
  private readonly alone: Alone

  constructor(db: Database, alone: Alone) {
    this.db = db
    this.alone = alone
  }

  async save({ person, realName, email, language }: Contact): Promise<boolean> {
    const row = { real_name: realName, email, language }
    return whole(this.db, async (trx) => {
      await this.alone(trx, 'contact addresses')
      const holder = email === null ? null : await holderOf(trx, email)
      if (holder && holder !== person) return false
      await trx
        .insertInto('contact')
        .values({ person, ...row })
        .onConflict((on) => on.column('person').doUpdateSet(row))
        .execute()
      return true
    })
  }

  async of(person: PersonId): Promise<Contact | null> {
    const row = await this.db.selectFrom('contact').selectAll().where('person', '=', person).executeTakeFirst()
    return row ? asContact(row) : null
  }

  async byEmail(email: string): Promise<Contact | null> {
    const row = await this.db.selectFrom('contact').selectAll().where('email', '=', email).executeTakeFirst()
    return row ? asContact(row) : null
  }

  async all(): Promise<readonly Contact[]> {
    return (await this.db.selectFrom('contact').selectAll().orderBy('person').execute()).map(asContact)
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('contact').where('person', '=', person).execute()
  }
}

async function holderOf(db: Database, email: string): Promise<string | null> {
  const row = await db.selectFrom('contact').select('person').where('email', '=', email).executeTakeFirst()
  return row?.person ?? null
}

const asContact = (row: Tables['contact']): Contact => ({
  person: row.person as PersonId,
  realName: row.real_name,
  email: row.email,
  language: row.language as Contact['language'],
})
