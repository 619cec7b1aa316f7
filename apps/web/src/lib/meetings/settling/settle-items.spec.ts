import type { AppealShown, ReportShown } from '@witboek/contract'
import { describe, expect, it } from 'vitest'
import { decidedItems, waitingItems } from './settle-items.ts'

const said = (at: number) => ({ reason: 'x', at })
const appeal = (id: string, appealedAt: number, more: Partial<AppealShown> & { upheldAt?: number } = {}) => {
  const { upheldAt, ...rest } = more
  const upheld = upheldAt === undefined ? null : said(upheldAt)
  return {
    ...{ id, text: id, name: 'Els', at: 1, restored: null },
    hidden: { ...said(2), appeal: said(appealedAt), upheld },
    ...rest,
  } as AppealShown
}
const report = (id: string, at: number, decidedAt?: number) =>
  ({
    ...{ id, at, about: id, of: null, reason: 'x', name: 'Els', target: { kind: 'person', person: 'p' } },
    verdict: decidedAt === undefined ? null : { outcome: 'kept', ...said(decidedAt) },
  }) as unknown as ReportShown

const found = {
  reports: [report('r-late', 30), report('r-decided', 5, 60)],
  appeals: [appeal('a-early', 20), appeal('a-late', 40), appeal('a-upheld', 10, { upheldAt: 50 })],
  restored: [appeal('a-restored', 10, { restored: said(70) as never })],
}
const keys = (items: ReturnType<typeof waitingItems>) => items.map(({ key }) => key)

describe('[MODERATE-3] [MODERATE-4] what the lead reads', () => {
  it('waits in the order in which it came', () => {
    expect(keys(waitingItems(found))).toEqual(['appeal-a-early', 'report-r-late', 'appeal-a-late'])
  })

  it('stays to be read when it was decided, the latest first', () => {
    expect(keys(decidedItems(found))).toEqual(['appeal-a-restored', 'report-r-decided', 'appeal-a-upheld'])
  })

  it('is each in one of the two', () => {
    const all = [...waitingItems(found), ...decidedItems(found)]
    expect(new Set(keys(all)).size).toBe(found.reports.length + found.appeals.length + found.restored.length)
  })
})
