import type { Admission, AdmissionId, AdmissionState, Instant, MeetingId, PersonId } from '@witboek/domain'
import type { Admissions } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlAdmissions implements Admissions {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async ask({ id, meeting, person, state, writes, askedAt }: Admission): Promise<Admission> {
    await this.db
      .insertInto('admission')
      .values({ id, meeting, person, state, writes: Number(writes), asked_at: askedAt })
      .onConflict((on) => on.columns(['meeting', 'person']).doNothing())
      .execute()
    const row = await this.db
      .selectFrom('admission')
      .selectAll()
      .where('meeting', '=', meeting)
      .where('person', '=', person)
      .executeTakeFirstOrThrow()
    return asAdmission(row)
  }

  async find(id: AdmissionId): Promise<Admission | null> {
    const row = await this.db.selectFrom('admission').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? asAdmission(row) : null
  }

  async of(meeting: MeetingId): Promise<readonly Admission[]> {
    const rows = await this.db
      .selectFrom('admission')
      .selectAll()
      .where('meeting', '=', meeting)
      .orderBy('asked_at')
      .orderBy('id')
      .execute()
    return rows.map(asAdmission)
  }

  async ofPerson(person: PersonId): Promise<readonly Admission[]> {
    const rows = await this.db
      .selectFrom('admission')
      .selectAll()
      .where('person', '=', person)
      .orderBy('asked_at')
      .orderBy('id')
      .execute()
    return rows.map(asAdmission)
  }

  async change(id: AdmissionId, from: AdmissionState, to: Parameters<Admissions['change']>[2]): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('admission')
      .set({
        ...(to.state !== undefined && { state: to.state }),
        ...(to.writes !== undefined && { writes: Number(to.writes) }),
        ...(to.askedAt !== undefined && { asked_at: to.askedAt }),
      })
      .where('id', '=', id)
      .where('state', '=', from)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
}

const asAdmission = (row: Tables['admission']): Admission => ({
  id: row.id as AdmissionId,
  meeting: row.meeting as MeetingId,
  person: row.person as PersonId,
  state: row.state as AdmissionState,
  writes: row.writes === 1,
  askedAt: row.asked_at as Instant,
})
