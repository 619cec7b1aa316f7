import type { Instant, PasskeyId, PersonId } from '@witboek/domain'
import type { Selectable } from 'kysely'
import type { Passkey, Passkeys } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlPasskeys implements Passkeys {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async add({ id, person, publicKey, counter, transports, name, createdAt, usedAt }: Passkey): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('passkey')
      .values({
        id,
        person,
        public_key: publicKey,
        counter,
        transports: JSON.stringify(transports),
        name,
        created_at: createdAt,
        used_at: usedAt,
      })
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }

  async find(id: PasskeyId): Promise<Passkey | null> {
    const row = await this.db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? asPasskey(row) : null
  }

  async of(person: PersonId): Promise<readonly Passkey[]> {
    const rows = await this.db
      .selectFrom('passkey')
      .selectAll()
      .where('person', '=', person)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(asPasskey)
  }

  async used(id: PasskeyId, counter: number, at: Instant): Promise<void> {
    await this.db.updateTable('passkey').set({ counter, used_at: at }).where('id', '=', id).execute()
  }

  async remove(id: PasskeyId, person: PersonId): Promise<boolean> {
    const { numDeletedRows } = await this.db
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('person', '=', person)
      .executeTakeFirst()
    return numDeletedRows === 1n
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('passkey').where('person', '=', person).execute()
  }
}

const asPasskey = (row: Selectable<Tables['passkey']>): Passkey => ({
  id: row.id as PasskeyId,
  person: row.person as PersonId,
  publicKey: new Uint8Array(row.public_key),
  counter: row.counter,
  transports: JSON.parse(row.transports) as string[],
  name: row.name,
  createdAt: row.created_at as Instant,
  usedAt: row.used_at as Instant | null,
})
