import type { Meeting } from '@witboek/domain'
import type { AppealShown, ReportShown } from './views.ts'

/** `GET /api/reports`: what waits for the lead, over all meetings. */
export interface ReportsAnswer {
  /** How many wait, also those that are not in this answer. */
  readonly waiting: number
  /** Those where something waits or was decided, the meeting that was first comes first. */
  readonly meetings: readonly MeetingReports[]
}

export interface MeetingReports {
  readonly meeting: Pick<Meeting, 'id' | 'title' | 'kind' | 'startsAt'>
  /** `null`: of all themes together. */
  readonly theme: { readonly slug: string; readonly name: string } | null
  readonly reports: readonly ReportShown[]
  readonly appeals: readonly AppealShown[]
  /** How many the lead has decided here. */
  readonly decided: number
}
