import type { MeetingReports, ReportsAnswer } from '@witboek/contract'
import { may, ok, refuse, type Actor, type Result } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'
import { appealShown, reportShown } from '../../meetings/views.ts'
import { themeShown } from '../meetings/the-meeting.ts'
import type { LooksForReports } from './for-the-lead.ts'

/** More than this are not in one answer: the rest comes when these have been decided. */
export const shownMax = 100

/** What waits for the lead, over all meetings: reports about Chefs, and what was hidden and appealed. */
export async function waitingReports(
  { store, peopleNow }: Pick<Hands, 'store' | 'peopleNow'>,
  looks: LooksForReports,
  actor: Actor | null,
): Promise<Result<ReportsAnswer>> {
  const frame = await store.dialogues.current()
  if (!frame) return refuse({ code: 'dialogue-not-found' })
  const allowed = may('meeting:settle', actor, { phase: frame.dialogue.phase })
  if (!allowed.ok) return allowed
  const seen = { people: await peopleNow.all() }
  const meetings: MeetingReports[] = []
  let [waiting, room] = [0, shownMax]
  for (const { meeting, reports, appeals, questions, decided } of await looks.through(frame.dialogue.id)) {
    const shownReports = reports.slice(0, room)
    const shownAppeals = appeals.slice(0, room - shownReports.length)
    waiting += reports.length + appeals.length
    room -= shownReports.length + shownAppeals.length
    const { id, title, kind, startsAt } = meeting
    meetings.push({
      meeting: { id, title, kind, startsAt },
      theme: themeShown(frame, meeting.theme),
      reports: shownReports.map((report) => reportShown(report, questions, seen)),
      appeals: shownAppeals.map((question) => appealShown(question, seen)),
      decided,
    })
  }
  return ok({ waiting, meetings })
}
