import type { Person, PersonId, Role, Seat } from '@witboek/domain'
import type { People } from '../ports.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlPeople implements People {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async save({ id, name, background, seats }: Person): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('person')
        .values({ id, name, background })
        .onConflict((on) => on.column('id').doUpdateSet({ name, background }))
        .execute()
      await trx.deleteFrom('seat').where('person', '=', id).execute()
      for (const [position, { role, theme }] of seats.entries())
        await trx.insertInto('seat').values({ person: id, position, role, theme }).execute()
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
}

const asPerson = (person: Tables['person'], seats: readonly Tables['seat'][]): Person => ({
  id: person.id as PersonId,
  name: person.name,
  background: person.background,
  seats: seats.map(({ role, theme }) => ({ role: role as Role, theme: theme as Seat['theme'] })),
})
