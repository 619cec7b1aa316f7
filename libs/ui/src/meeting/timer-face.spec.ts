import { listed, textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { clockText, clockWords, momentBetween } from './timer-face.ts'

describe('[TIMER-1] a clock that is computed from instants', () => {
  it.each([
    [300_000, '5:00'],
    [299_001, '5:00'],
    [299_000, '4:59'],
    [61_000, '1:01'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-1_000, '0:01'],
    [-75_000, '1:15'],
    [3_723_000, '1:02:03'],
  ])('%d ms left is %s', (left, shown) => {
    expect(clockText(left)).toBe(shown)
  })

  it('is told in words too', () => {
    const words = (left: number) => clockWords(left, textsIn('nl').hall.timer, (parts) => listed(parts, 'nl'))
    expect(words(245_000)).toBe('4 minuten en 5 seconden')
    expect(words(60_000)).toBe('1 minuut')
    expect(words(3_601_000)).toBe('1 uur en 1 seconde')
    expect(words(0)).toBe('0 seconden')
  })

  it.each([
    [300_500, 299_500, 300_000],
    [299_500, 298_500, null],
    [60_400, 59_400, 60_000],
    [900, -100, 0],
    [-100, -1_100, null],
    [400_000, 30_000, 60_000],
  ])('is said aloud between %d and %d ms: %s', (before, now, moment) => {
    expect(momentBetween(before, now)).toBe(moment)
  })
})
