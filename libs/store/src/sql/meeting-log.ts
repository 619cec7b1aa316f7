import type { Instant, MeetingId, PersonId, RecordedMeetingFact } from '@witboek/domain'
import type { MeetingLog } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole, type Alone } from './whole.ts'

export class SqlMeetingLog implements MeetingLog {
  private readonly db: Database
  private readonly alone: Alone

  constructor(db: Database, alone: Alone) {
    this.db = db
    this.alone = alone
  }

  async append(
    meeting: MeetingId,
    expectedHead: number,
    facts: readonly Omit<RecordedMeetingFact, 'seq'>[],
  ): Promise<boolean> {
    return whole(this.db, async (trx) => {
      await this.alone(trx, `meeting ${meeting}`)
      if ((await headOf(meeting, trx)) !== expectedHead) return false
      const rows = facts.map((fact, i) => asRow(meeting, expectedHead + 1 + i, fact))
      if (rows.length > 0) await trx.insertInto('meeting_fact').values(rows).execute()
      return true
    })
  }

  async read(
    meeting: MeetingId,
    { after, limit }: { after: number; limit: number },
  ): Promise<readonly RecordedMeetingFact[]> {
    const rows = await this.db
      .selectFrom('meeting_fact')
      .selectAll()
      .where('meeting', '=', meeting)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map(asFact)
  }

  head(meeting: MeetingId): Promise<number> {
    return headOf(meeting, this.db)
  }
}

async function headOf(meeting: MeetingId, db: Database): Promise<number> {
  const row = await db
    .selectFrom('meeting_fact')
    .select('seq')
    .where('meeting', '=', meeting)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

const asRow = (
  meeting: MeetingId,
  seq: number,
  { at, by, role, fact }: Omit<RecordedMeetingFact, 'seq'>,
): Tables['meeting_fact'] => ({ meeting, seq, at, person: by, role, content: JSON.stringify(fact) })

const asFact = ({ seq, at, person, role, content }: Tables['meeting_fact']): RecordedMeetingFact => ({
  seq,
  at: at as Instant,
  by: person as PersonId | null,
  role: role as RecordedMeetingFact['role'],
  fact: JSON.parse(content) as RecordedMeetingFact['fact'],
})
