import type { Instant, PersonId, QuestionId, ReportId } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { reasonMax, sound, type Question } from './question.ts'

/**
 * What is reported. `described`: somebody in the words of whoever reports, because who is at a meeting is no list that everybody
 * reads, and who goes wrong in a hall is seldom known by name.
 */
export type ReportTarget =
  | { readonly kind: 'question'; readonly question: QuestionId }
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'described'; readonly who: string }

/** Whether it is about words or about somebody: what can be decided of a report follows from that. */
export const reportedThing = ({ kind }: ReportTarget): 'question' | 'person' =>
  kind === 'question' ? 'question' : 'person'

/** How long the description of somebody is at most. */
export const describedMax = 200

/** Somebody finds that something goes wrong (melding), for the Chef, or for the lead when it is about a Chef (MODERATE-4). */
export interface Report {
  readonly id: ReportId
  readonly target: ReportTarget
  readonly reason: string
  readonly person: PersonId
  readonly at: Instant
  /**
   * For whom it is. A Chef never decides about a Chef, nor where it could be one: when somebody is described. Where all themes
   * are together the lead has the chair.
   */
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

/** Whom a report is about; `null`: the program does not know, because the question is not signed, or somebody is described. */
export function reportedPerson(target: ReportTarget, questions: readonly Question[]): PersonId | null {
  if (target.kind === 'described') return null
  return target.kind === 'person' ? target.person : (questions.find(({ id }) => id === target.question)?.person ?? null)
}

export function fileReport(
  reports: readonly Report[],
  questions: readonly Question[],
  { report: id, target, reason }: Extract<ReportCommand, { type: 'report:file' }>,
  person: PersonId,
  /** Who is there to be reported, who of them is a Chef, and whether a Chef leads this meeting. */
  {
    known,
    chefs,
    chefLeads,
  }: {
    readonly known: ReadonlySet<PersonId>
    readonly chefs: ReadonlySet<PersonId>
    readonly chefLeads: boolean
  },
): Result<readonly ReportFact[]> {
  if (reports.some((report) => report.id === id)) return ok([])
  if (target.kind === 'question' && !questions.some((other) => other.id === target.question))
    return refuse({ code: 'question-not-found' })
  if (target.kind === 'person' && !known.has(target.person)) return refuse({ code: 'person-not-found' })
  if (reports.filter((report) => report.person === person).length >= reportsEach)
    return refuse({ code: 'too-many', max: reportsEach })
  const about = soundTarget(target)
  if (!about.ok) return about
  const words = sound(reason, reasonMax, 'reason-needed')
  if (!words.ok) return words
  const reported = reportedPerson(target, questions)
  const mayBeChef = target.kind === 'described' || (reported !== null && chefs.has(reported))
  const to = !chefLeads || mayBeChef ? 'lead' : 'chef'
  return ok([{ type: 'report:filed', report: id, target: about.value, reason: words.value, person, to }])
}

function soundTarget(target: ReportTarget): Result<ReportTarget> {
  if (target.kind !== 'described') return ok(target)
  const who = sound(target.who, describedMax)
  return who.ok ? ok({ kind: 'described', who: who.value }) : who
}

/**
 * By the one it was for (`as`), once, and never by the one it is about (MODERATE-4). A question that is reported rightly is
 * hidden with it, unless the lead has put it back before.
 */
export function decideReport(
  reports: readonly Report[],
  questions: readonly Question[],
  { report: id, outcome, reason }: Extract<ReportCommand, { type: 'report:decide' }>,
  { as, person }: { readonly as: 'chef' | 'lead'; readonly person: PersonId },
): Result<readonly ReportFact[]> {
  const report = reports.find((other) => other.id === id)
  if (report?.to !== as || reportedPerson(report.target, questions) === person)
    return refuse({ code: 'report-not-found' })
  if (report.verdict) return ok([])
  const { target } = report
  const restored =
    target.kind === 'question' && questions.some((other) => other.id === target.question && other.restored !== null)
  if (restored && as === 'chef' && outcome === 'hidden') return refuse({ code: 'lead-has-decided' })
  const words = sound(reason, reasonMax, 'reason-needed')
  return words.ok ? ok([{ type: 'report:decided', report: id, outcome, reason: words.value }]) : words
}

export function applyReport(reports: readonly Report[], fact: ReportFact, at: Instant): readonly Report[] {
  if (fact.type === 'report:filed') {
    const { report: id, target, reason, person, to } = fact
    return [...reports, { id, target, reason, person, at, to, verdict: null }]
  }
  if (fact.type !== 'report:decided') return reports
  const verdict = { outcome: fact.outcome, reason: fact.reason, at }
  return reports.map((report) => (report.id === fact.report ? { ...report, verdict } : report))
}
