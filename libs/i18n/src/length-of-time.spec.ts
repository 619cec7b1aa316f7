import { describe, expect, it } from 'vitest'
import { lengthOfTime } from './length-of-time.ts'

describe('a length of time', () => {
  it.each([
    [0, 'nl', '0 min'],
    [499, 'nl', '0 min'],
    [45_000, 'nl', '45 s'],
    [80_000, 'nl', '1 min 20 s'],
    [120_000, 'nl', '2 min'],
    [599_600, 'nl', '10 min'],
    [634_000, 'nl', '11 min'],
    [3_600_000, 'nl', '1 uur'],
    [3_929_000, 'nl', '1 uur 5 min'],
    [3_929_000, 'en', '1 h 5 min'],
    [90_061_000, 'en', '25 h 1 min'],
  ] as const)('of %i ms in %s is "%s"', (ms, locale, text) => {
    expect(lengthOfTime(ms, locale).replaceAll('\u00a0', ' ')).toBe(text)
  })
})
