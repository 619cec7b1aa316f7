import type { MeetingId, PersonId } from '@witboek/domain'
import type { MeetingNote, MeetingNotes } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlMeetingNotes implements MeetingNotes {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async keep(meeting: MeetingId, person: PersonId, text: string, expectedVersion: number): Promise<number | null> {
    const version = expectedVersion + 1
    const kept = await (
      expectedVersion === 0
        ? this.db
            .insertInto('meeting_note')
            .values({ meeting, person, text, version })
            .onConflict((on) => on.columns(['meeting', 'person']).doNothing())
            .returning('version')
        : this.db
            .updateTable('meeting_note')
            .set({ text, version })
            .where('meeting', '=', meeting)
            .where('person', '=', person)
            .where('version', '=', expectedVersion)
            .returning('version')
    ).executeTakeFirst()
    if (kept) return version
    // The answer to the first attempt may have been lost on its way.
    const there = await this.of(meeting, person)
    return there?.version === version && there.text === text ? version : null
  }

  async of(meeting: MeetingId, person: PersonId): Promise<MeetingNote | null> {
    const row = await this.db
      .selectFrom('meeting_note')
      .selectAll()
      .where('meeting', '=', meeting)
      .where('person', '=', person)
      .executeTakeFirst()
    return row ? asNote(row) : null
  }

  async ofPerson(person: PersonId): Promise<readonly MeetingNote[]> {
    const rows = await this.db
      .selectFrom('meeting_note')
      .selectAll()
      .where('person', '=', person)
      .orderBy('meeting')
      .execute()
    return rows.map(asNote)
  }

  async forget(person: PersonId): Promise<void> {
    await this.db.deleteFrom('meeting_note').where('person', '=', person).execute()
  }
}

const asNote = ({ meeting, text, version }: Tables['meeting_note']): MeetingNote => ({
  meeting: meeting as MeetingId,
  text,
  version,
})
