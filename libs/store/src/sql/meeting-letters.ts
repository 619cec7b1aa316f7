import type { Instant, MeetingId, PersonId } from '@witboek/domain'
import { sql } from 'kysely'
import type { MeetingLetter, MeetingLetters } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole } from './whole.ts'

/** So many rows in one statement: a database takes only so many values at a time. */
const inOneStatement = 200

export class SqlMeetingLetters implements MeetingLetters {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async queue(letters: readonly MeetingLetter[]): Promise<void> {
    await whole(this.db, async (trx) => {
      for (let first = 0; first < letters.length; first += inOneStatement)
        await trx
          .insertInto('meeting_letter')
          .values(letters.slice(first, first + inOneStatement).map(asRow))
          .onConflict((on) =>
            on.columns(['meeting', 'person']).doUpdateSet(({ ref }) => ({
              version: ref('excluded.version'),
              kind: ref('excluded.kind'),
              was: sql`coalesce(meeting_letter.was, excluded.was)`,
              queued_at: ref('excluded.queued_at'),
            })),
          )
          .execute()
    })
  }

  async queued(limit: number): Promise<readonly MeetingLetter[]> {
    const rows = await this.db
      .selectFrom('meeting_letter')
      .selectAll()
      .orderBy('queued_at')
      .orderBy('meeting')
      .orderBy('person')
      .limit(limit)
      .execute()
    return rows.map(asLetter)
  }

  async done({ meeting, person, version }: Pick<MeetingLetter, 'meeting' | 'person' | 'version'>): Promise<void> {
    await this.db
      .deleteFrom('meeting_letter')
      .where('meeting', '=', meeting)
      .where('person', '=', person)
      .where('version', '=', version)
      .execute()
  }

  async stop(person: PersonId): Promise<void> {
    await whole(this.db, async (trx) => {
      await trx
        .insertInto('no_meeting_letters')
        .values({ person })
        .onConflict((on) => on.column('person').doNothing())
        .execute()
      await trx.deleteFrom('meeting_letter').where('person', '=', person).execute()
    })
  }

  async resume(person: PersonId): Promise<void> {
    await this.db.deleteFrom('no_meeting_letters').where('person', '=', person).execute()
  }

  async stopped(): Promise<ReadonlySet<PersonId>> {
    const rows = await this.db.selectFrom('no_meeting_letters').select('person').execute()
    return new Set(rows.map(({ person }) => person as PersonId))
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('meeting_letter').where('person', '=', person).execute()
    await this.resume(person)
  }
}

const asRow = ({ meeting, person, version, kind, was, queuedAt }: MeetingLetter): Tables['meeting_letter'] => ({
  meeting,
  person,
  version,
  kind,
  was: was && JSON.stringify(was),
  queued_at: queuedAt,
})

const asLetter = (row: Tables['meeting_letter']): MeetingLetter => ({
  meeting: row.meeting as MeetingId,
  person: row.person as PersonId,
  version: row.version,
  kind: row.kind as MeetingLetter['kind'],
  was: row.was === null ? null : (JSON.parse(row.was) as MeetingLetter['was']),
  queuedAt: row.queued_at as Instant,
})
