import {
  waitsForLead,
  type DialogueId,
  type Meeting,
  type MeetingId,
  type Proceedings,
  type Question,
  type Report,
} from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'

/** What of one meeting is for the lead to decide, and how much of it was decided. */
interface ForTheLead {
  readonly meeting: Meeting
  readonly reports: readonly Report[]
  readonly appeals: readonly Question[]
  readonly decided: number
  /** Those that the reports are about. */
  readonly questions: readonly Question[]
}

interface Known {
  readonly head: number
  readonly found: Omit<ForTheLead, 'meeting'>
}

/**
 * Looks through all meetings for what a Chef does not decide (MODERATE-3, MODERATE-4). How far each of them was is remembered,
 * so that only those are read at which something has happened since.
 */
export class LooksForReports {
  private readonly hands: Pick<Hands, 'store' | 'openMeetings'>
  private readonly known = new Map<MeetingId, Known>()

  constructor(hands: Pick<Hands, 'store' | 'openMeetings'>) {
    this.hands = hands
  }

  /** The meetings of a dialogue with something for the lead, by the time they start. */
  async through(dialogue: DialogueId): Promise<readonly ForTheLead[]> {
    const found: ForTheLead[] = []
    // One after the other: the first time all of them are read, and others are waiting too.
    for (const meeting of await this.hands.store.meetings.of(dialogue)) {
      const one = await this.at(meeting.id)
      if (one.reports.length + one.appeals.length + one.decided > 0) found.push({ meeting, ...one })
    }
    return found
  }

  private async at(meeting: MeetingId): Promise<Known['found']> {
    const { store, openMeetings } = this.hands
    const known = this.known.get(meeting)
    const head = await store.meetingLog.head(meeting)
    if (head === (known?.head ?? 0)) return known?.found ?? nothing
    const now = await openMeetings.proceedings(meeting)
    const found = ofLead(now)
    this.known.set(meeting, { head: now.head, found })
    return found
  }
}

const nothing: Known['found'] = { reports: [], appeals: [], decided: 0, questions: [] }

function ofLead({ reports, questions }: Proceedings): Known['found'] {
  const own = reports.filter(({ to }) => to === 'lead')
  const waiting = own.filter(({ verdict }) => verdict === null)
  const settled = questions.filter(({ hidden, restored }) => restored !== null || (hidden?.appeal && hidden.upheld))
  const about = new Set(waiting.map(({ target }) => (target.kind === 'question' ? target.question : null)))
  return {
    reports: waiting,
    appeals: questions.filter(waitsForLead),
    decided: own.length - waiting.length + settled.length,
    questions: questions.filter(({ id }) => about.has(id)),
  }
}
