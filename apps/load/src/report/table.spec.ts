import { describe, expect, it } from 'vitest'
import type { Row } from './rows.ts'
import { asMarkdown, asText, linesOf } from './table.ts'

const rows: readonly Row[] = [
  {
    scenario: 's',
    variant: 'all',
    system: 'witboek',
    figures: { seenP99: 12.34, serverCpu: 44.6 },
    limit: null,
    notes: [],
  },
  {
    scenario: 's',
    variant: 'all',
    system: 'relay',
    figures: { seenP99: 1234.5, serverCpu: null },
    limit: 'full',
    notes: [],
  },
]

describe('a table of figures', () => {
  it('has the columns that somebody filled, in the order asked for', () => {
    expect(linesOf(rows, ['serverCpu', 'caretsP99', 'seenP99'])[0]).toEqual([
      'variant',
      'system',
      'server CPU, %',
      'seen p99, ms',
    ])
  })

  it('rounds to what a reader can use, and says what is not known', () => {
    expect(linesOf(rows, ['serverCpu', 'seenP99']).slice(1)).toEqual([
      ['all', 'Witboek', '45', '12.3'],
      ['all', 'bare relay*', '–', '1235'],
    ])
  })

  it('stands straight in a terminal', () => {
    expect(asText(linesOf(rows, ['seenP99']))).toBe(
      [
        'variant  system       seen p99, ms',
        'all      Witboek              12.3',
        'all      bare relay*          1235',
      ].join('\n'),
    )
  })

  it('becomes a table of a page', () => {
    expect(asMarkdown(linesOf(rows, ['seenP99'])).split('\n')[1]).toBe('| --- | --- | --: |')
  })
})
