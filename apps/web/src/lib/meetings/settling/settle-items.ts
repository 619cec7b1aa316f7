import type { AppealShown, ReportShown } from '@witboek/contract'
import type { Instant } from '@witboek/domain'

/** Something the lead decides about, or has decided about. `at`: since when it waits, or when it was decided. `key`: also its id on a page. */
export type SettleItem =
  | { readonly kind: 'appeal'; readonly key: string; readonly at: Instant; readonly appeal: AppealShown }
  | { readonly kind: 'report'; readonly key: string; readonly at: Instant; readonly report: ReportShown }

interface Found {
  readonly reports: readonly ReportShown[]
  readonly appeals: readonly AppealShown[]
  readonly restored?: readonly AppealShown[]
}

/** What nobody has decided yet, in the order in which it came. */
export function waitingItems({ reports, appeals }: Found): readonly SettleItem[] {
  return [
    ...reports.flatMap((report) => (report.verdict ? [] : reportItem(report, report.at))),
    ...appeals.flatMap((appeal) => {
      const since = appeal.hidden?.upheld ? null : appeal.hidden?.appeal
      return since ? appealItem(appeal, since.at) : []
    }),
  ].sort((one, other) => one.at - other.at)
}

/** What was decided, the latest first. */
export function decidedItems({ reports, appeals, restored = [] }: Found): readonly SettleItem[] {
  return [
    ...reports.flatMap((report) => (report.verdict ? reportItem(report, report.verdict.at) : [])),
    ...[...appeals, ...restored].flatMap((appeal) => {
      const said = appeal.restored ?? appeal.hidden?.upheld
      return said ? appealItem(appeal, said.at) : []
    }),
  ].sort((one, other) => other.at - one.at)
}

const appealItem = (appeal: AppealShown, at: Instant): SettleItem => ({
  ...{ kind: 'appeal', key: `appeal-${appeal.id}`, at, appeal },
})

const reportItem = (report: ReportShown, at: Instant): SettleItem => ({
  ...{ kind: 'report', key: `report-${report.id}`, at, report },
})
