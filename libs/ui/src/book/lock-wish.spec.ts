import { describe, expect, it } from 'vitest'
import { untilOf, type LockSpan } from './lock-wish.ts'

const at2014 = Date.UTC(2026, 3, 1, 18, 14)
const minutes = (count: number) => at2014 + count * 60_000

describe('how long a lock lasts', () => {
  it.each<[LockSpan, string, number | null | 'missing']>([
    ['open', '', null],
    ['quarter', '', minutes(15)],
    ['half', '', minutes(30)],
    ['hour', '', minutes(60)],
    ['time', '20:45', minutes(31)],
    ['time', '20:00', minutes(24 * 60 - 14)],
    ['time', '', 'missing'],
  ])('%s %s', (span, time, until) => {
    expect(untilOf(span, time, at2014)).toBe(until)
  })
})
