import { describe, expect, it } from 'vitest'
import type { Row } from './rows.ts'
import { judge } from './targets.ts'

const row = (part: Partial<Row>): Row => ({
  scenario: 'one-big-book',
  variant: '',
  system: 'witboek',
  figures: {},
  limit: null,
  notes: [],
  ...part,
})

const verdictOn = (what: string, rows: readonly Row[]): string | undefined =>
  judge(rows).find((one) => one.what.startsWith(what))?.verdict

describe('targets', () => {
  it.each([
    { seenP99: 24.9, verdict: 'met' },
    { seenP99: 25, verdict: 'met' },
    { seenP99: 25.1, verdict: 'not met' },
  ])('$seenP99 ms of at most 25: $verdict', ({ seenP99, verdict }) => {
    expect(verdictOn('220 in one book, 30', [row({ figures: { seenP99 } })])).toBe(verdict)
  })

  it('says so when nothing was measured', () => {
    expect(verdictOn('220 in one book, 30', [row({ system: 'relay', figures: { seenP99: 1 } })])).toBe('not measured')
  })

  it('says so when the generator was the limit', () => {
    const limit = 'the generator used 97 % of its core'
    expect(verdictOn('220 in one book, 30', [row({ figures: { seenP99: 80 }, limit })])).toBe(`not met; ${limit}`)
  })

  it('compares with the relay of the same run', () => {
    const of = (system: Row['system'], serverCpu: number) =>
      row({ scenario: 'typing-evening', variant: 'all type', system, figures: { serverCpu } })
    expect(verdictOn('… against a bare relay', [of('witboek', 60), of('relay', 50)])).toBe('met')
    expect(verdictOn('… against a bare relay', [of('witboek', 80), of('relay', 50)])).toBe('not met')
    expect(verdictOn('… against a bare relay', [of('witboek', 80)])).toBe('not measured')
  })
})
