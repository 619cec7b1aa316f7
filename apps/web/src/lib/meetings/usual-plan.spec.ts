import type { Instant, MeetingKind } from '@witboek/domain'
import { instantOf } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { usualPlan } from './usual-plan.ts'

const at = (day: string, time: string) => (instantOf({ day, time }) ?? 0) as Instant
const evening = (kind: MeetingKind, day: string, place: string, state: 'published' | 'cancelled' = 'published') => ({
  ...{ kind, place, state, remoteLink: 'https://video.example/avond' },
  ...{ startsAt: at(day, '19:00'), endsAt: at(day, '21:30') },
})

describe('[MEET-1] what stands in the form of a new meeting', () => {
  it('is the first of its kind, at the usual hours, where nothing is planned yet', () => {
    const first = { place: '', remoteLink: '', from: '19:30', until: '22:00' }
    expect(usualPlan([])).toEqual({ kind: 'green1', ...first })
    expect(usualPlan([], true)).toEqual({ kind: 'kickoff', ...first })
  })

  it('follows the last evening that goes on: the kind after it, at the same place and hours', () => {
    const planned = [
      evening('green2', '2026-12-10', 'De Brug'),
      evening('green1', '2026-11-26', 'De Wilg'),
      evening('green3', '2027-01-07', 'Elders', 'cancelled'),
    ]
    expect(usualPlan(planned)).toEqual({
      kind: 'green3',
      place: 'De Brug',
      remoteLink: 'https://video.example/avond',
      from: '19:00',
      until: '21:30',
    })
  })

  it.each([
    ['green3', false, 'white1'],
    ['white3', false, 'other'],
    ['other', false, 'other'],
    ['kickoff', true, 'work_college'],
    ['work_college', true, 'other'],
  ] as const)('after %s (of all themes: %s) comes %s', (kind, isPlenary, next) => {
    expect(usualPlan([evening(kind, '2026-12-10', '')], isPlenary).kind).toBe(next)
  })
})
