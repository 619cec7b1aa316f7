import type { Instant, PersonId, QuestionId, ReportId } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { reasonMax, sound, type Question } from './question.ts'

/** What is reported. */
export type ReportTarget =
  | { readonly kind: 'question'; readonly question: QuestionId }
  | { readonly kind: 'person'; readonly person: PersonId }

/** Somebody finds that something goes wrong (melding), for the Chef, or for the lead when it is about a Chef (MODERATE-4). */
export interface Report {
  readonly id: ReportId
  readonly target: ReportTarget
  readonly reason: string
  readonly person: PersonId
  readonly at: Instant
  /** For whom it is. A Chef never decides about a Chef. */
  readonly to: 'chef' | 'lead'
  readonly verdict: { readonly outcome: ReportOutcome; readonly reason: string; readonly at: Instant } | null
}

/** `hidden`: what it is about was taken out of sight, or the person was spoken to; `kept`: it stays. */
export const reportOutcomes = ['hidden', 'kept'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export type ReportFact =
  | {
      readonly type: 'report:filed'
      readonly report: ReportId
      readonly target: ReportTarget
      readonly reason: string
      readonly person: PersonId
      readonly to: 'chef' | 'lead'
    }
  | {
      readonly type: 'report:decided'
      readonly report: ReportId
      readonly outcome: ReportOutcome
      readonly reason: string
    }

export type ReportCommand =
  | {
      readonly type: 'report:file'
      readonly report: ReportId
      readonly target: ReportTarget
      readonly reason: string
    }
  | {
      readonly type: 'report:decide'
      readonly report: ReportId
      readonly outcome: ReportOutcome
      readonly reason: string
    }

/** So many of one person at one meeting. */
export const reportsEach = 10

export function fileReport(
  reports: readonly Report[],
  questions: readonly Question[],
  { report: id, target, reason }: Extract<ReportCommand, { type: 'report:file' }>,
  person: PersonId,
  chefs: ReadonlySet<PersonId>,
): Result<readonly ReportFact[]> {
  if (reports.some((report) => report.id === id)) return ok([])
  const question = target.kind === 'question' && questions.find((other) => other.id === target.question)
  if (target.kind === 'question' && !question) return refuse({ code: 'question-not-found' })
  if (reports.filter((report) => report.person === person).length >= reportsEach)
    return refuse({ code: 'too-many', max: reportsEach })
  const words = sound(reason, reasonMax, 'reason-needed')
  if (!words.ok) return words
  const about = target.kind === 'person' ? target.person : question ? question.person : null
  const to = about !== null && chefs.has(about) ? 'lead' : 'chef'
  return ok([{ type: 'report:filed', report: id, target, reason: words.value, person, to }])
}

/** By the one it was for (`as`), once. A question that is reported rightly is hidden with it. */
export function decideReport(
  reports: readonly Report[],
  { report: id, outcome, reason }: Extract<ReportCommand, { type: 'report:decide' }>,
  as: 'chef' | 'lead',
): Result<readonly ReportFact[]> {
  const report = reports.find((other) => other.id === id)
  if (report?.to !== as) return refuse({ code: 'report-not-found' })
  if (report.verdict) return ok([])
  const words = sound(reason, reasonMax, 'reason-needed')
  return words.ok ? ok([{ type: 'report:decided', report: id, outcome, reason: words.value }]) : words
}

export function applyReport(reports: readonly Report[], fact: ReportFact, at: Instant): readonly Report[] {
  if (fact.type === 'report:filed') {
    const { report: id, target, reason, person, to } = fact
    return [...reports, { id, target, reason, person, at, to, verdict: null }]
  }
  const verdict = { outcome: fact.outcome, reason: fact.reason, at }
  return reports.map((report) => (report.id === fact.report ? { ...report, verdict } : report))
}
