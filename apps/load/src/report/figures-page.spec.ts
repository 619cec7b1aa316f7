import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { figuresPage, type Run } from './figures-page.ts'

const run: Run = {
  rows: [
    {
      scenario: 'one-big-book',
      variant: '',
      system: 'witboek',
      figures: { seenP99: 20, serverCpu: 44 },
      limit: 'the generator used 97 % of its core',
      notes: [],
    },
    { scenario: 'one-big-book', variant: '', system: 'hocuspocus', figures: {}, limit: null, notes: ['gave up: lost'] },
  ],
  scenarios,
  machine: { processor: 'A processor', cores: 2, memoryGb: 24, kernel: '6.1', node: '24.21.0', commit: 'abc1234+' },
  command: 'npm run figures',
  day: '2026-03-01',
  minutes: 18,
  scale: 1,
}

describe('the page of figures', () => {
  const page = figuresPage(run)

  it.each([
    'A processor, 2 cores',
    '24.21.0',
    'abc1234, with changes that were not committed',
    '2026-03-01',
    '18 minutes',
  ])('says where and when: %s', (part) => expect(page).toContain(part))

  it('has each target with its verdict', () => {
    expect(page).toContain(
      '| … processor | ≤ 45 % of a core | 44 % of a core | met; the generator used 97 % of its core |',
    )
    expect(page).toContain('not measured')
  })

  it('has the scenarios that were played, marks what the generator spoilt, and says who gave up', () => {
    expect(page).toContain('### one-big-book')
    expect(page).not.toContain('### memory')
    expect(page).toContain('| Witboek* |')
    expect(page).toContain('- Witboek*: the generator used 97 % of its core.')
    expect(page).toContain('- Hocuspocus + SQLite: gave up: lost.')
  })

  it('does not pass a trial off as figures', () => {
    expect(figuresPage({ ...run, scale: 0.1 })).toContain('A trial at 0.1 of full size')
  })
})
