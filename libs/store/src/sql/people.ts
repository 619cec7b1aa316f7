import type { Instant, MeetingId, Person, PersonId, Role, Seat } from '@witboek/domain'
import type { Selectable } from 'kysely'
import type { People } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole } from './whole.ts'

export class SqlPeople implements People {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async save({ id, name, background, seats }: Person): Promise<void> {
    await whole(this.db, async (trx) => {
      await trx
        .insertInto('person')
        .values({ id, name, background })
        .onConflict((on) => on.column('id').doUpdateSet({ name, background }))
        .execute()
      await trx.deleteFrom('seat').where('person', '=', id).execute()
      for (const [position, { role, theme, guest }] of seats.entries())
        await trx
          .insertInto('seat')
          .values({
            person: id,
            position,
            role,
            theme,
            meeting: guest?.meeting ?? null,
            writes: Number(guest?.writes ?? false),
          })
          .execute()
    })
  }

  async find(id: PersonId): Promise<Person | null> {
    const person = await this.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
    if (!person) return null
    const seats = await this.db.selectFrom('seat').selectAll().where('person', '=', id).orderBy('position').execute()
    return asPerson(person, seats)
  }

  async all(): Promise<readonly Person[]> {
    const people = await this.db.selectFrom('person').selectAll().orderBy('id').execute()
    const seats = await this.db.selectFrom('seat').selectAll().orderBy('position').execute()
    const seatsOf = Map.groupBy(seats, (seat) => seat.person)
    return people.map((person) => asPerson(person, seatsOf.get(person.id) ?? []))
  }

  async erase(id: PersonId, pseudonym: string, now: Instant): Promise<void> {
    await whole(this.db, async (trx) => {
      await trx.deleteFrom('seat').where('person', '=', id).execute()
      await trx
        .updateTable('person')
        .set({ name: pseudonym, background: '', erased_at: now })
        .where('id', '=', id)
        .execute()
    })
  }

  async erased(): Promise<readonly PersonId[]> {
    const rows = await this.db
      .selectFrom('person')
      .select('id')
      .where('erased_at', 'is not', null)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id as PersonId)
  }
}

const asPerson = (person: Selectable<Tables['person']>, seats: readonly Selectable<Tables['seat']>[]): Person => ({
  id: person.id as PersonId,
  name: person.name,
  background: person.background,
  seats: seats.map(({ role, theme, meeting, writes }) => ({
    role: role as Role,
    theme: theme as Seat['theme'],
    ...(meeting === null ? {} : { guest: { meeting: meeting as MeetingId, writes: writes === 1 } }),
  })),
})
