import {
  isRunning,
  meetingStates,
  type DialogueId,
  type Instant,
  type Meeting,
  type MeetingId,
  type MeetingState,
} from '@witboek/domain'
import type { Insertable, Selectable } from 'kysely'
import type { Meetings } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole } from './whole.ts'

const running: readonly MeetingState[] = meetingStates.filter((state) => isRunning({ state }))

export class SqlMeetings implements Meetings {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async add(meeting: Meeting): Promise<void> {
    await this.db.insertInto('meeting').values(asRow(meeting)).execute()
  }

  async find(id: MeetingId): Promise<Meeting | null> {
    const row = await this.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? asMeeting(row) : null
  }

  async byCode(code: string): Promise<Meeting | null> {
    const row = await this.db
      .selectFrom('meeting')
      .selectAll()
      .where('code', '=', code)
      .where('state', 'in', running)
      .executeTakeFirst()
    return row ? asMeeting(row) : null
  }

  async of(dialogue: DialogueId): Promise<readonly Meeting[]> {
    const rows = await this.db
      .selectFrom('meeting')
      .selectAll()
      .where('dialogue', '=', dialogue)
      .orderBy('starts_at')
      .orderBy('id')
      .execute()
    return rows.map(asMeeting)
  }

  async change(from: Meeting, to: Meeting): Promise<boolean> {
    return whole(this.db, async (trx) => {
      if (to.code !== null) {
        const other = await trx
          .selectFrom('meeting')
          .select('id')
          .where('code', '=', to.code)
          .where('id', '!=', from.id)
          .executeTakeFirst()
        if (other) return false
      }
      const { numUpdatedRows } = await trx
        .updateTable('meeting')
        .set(asRow({ ...to, id: from.id }))
        .where('id', '=', from.id)
        .where('state', '=', from.state)
        .where('version', '=', from.version)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    })
  }
}

const asRow = (meeting: Meeting): Insertable<Tables['meeting']> => ({
  id: meeting.id,
  dialogue: meeting.dialogue,
  theme: meeting.theme,
  kind: meeting.kind,
  title: meeting.title,
  place: meeting.place,
  starts_at: meeting.startsAt,
  ends_at: meeting.endsAt,
  state: meeting.state,
  code: meeting.code,
  version: meeting.version,
  remote_link: meeting.remoteLink,
  room_key: meeting.roomKey,
  cancel_reason: meeting.cancelReason,
})

const asMeeting = (row: Selectable<Tables['meeting']>): Meeting => ({
  id: row.id as MeetingId,
  dialogue: row.dialogue as DialogueId,
  theme: row.theme as Meeting['theme'],
  kind: row.kind as Meeting['kind'],
  title: row.title,
  place: row.place,
  startsAt: row.starts_at as Instant,
  endsAt: row.ends_at as Instant,
  state: row.state as Meeting['state'],
  code: row.code,
  version: row.version,
  remoteLink: row.remote_link,
  roomKey: row.room_key,
  cancelReason: row.cancel_reason,
})
