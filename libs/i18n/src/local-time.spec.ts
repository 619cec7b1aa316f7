import { describe, expect, it } from 'vitest'
import { fromTo, instantOf, localTime } from './local-time.ts'

const utc = (text: string) => Date.parse(text)

describe('a moment on the municipality’s clock', () => {
  it.each([
    ['in winter', '2026-01-15', '19:30', '2026-01-15T18:30Z'],
    ['in summer', '2026-07-15', '19:30', '2026-07-15T17:30Z'],
    ['at midnight', '2026-07-15', '00:00', '2026-07-14T22:00Z'],
    ['on the evening before the clock goes back', '2026-10-24', '19:30', '2026-10-24T17:30Z'],
    ['on the evening after it went back', '2026-10-25', '19:30', '2026-10-25T18:30Z'],
    ['on the evening before it goes forward', '2026-03-28', '19:30', '2026-03-28T18:30Z'],
    ['on the evening after it went forward', '2026-03-29', '19:30', '2026-03-29T17:30Z'],
  ])('%s', (_, day, time, instant) => {
    expect(instantOf({ day, time })).toBe(utc(instant))
    expect(localTime(utc(instant))).toEqual({ day, time })
  })

  it('that comes twice is the first one', () => {
    expect(instantOf({ day: '2026-10-25', time: '02:30' })).toBe(utc('2026-10-25T00:30Z'))
    expect(localTime(utc('2026-10-25T01:30Z'))).toEqual({ day: '2026-10-25', time: '02:30' })
  })

  it('that is skipped is later', () => {
    expect(instantOf({ day: '2026-03-29', time: '02:30' })).toBe(utc('2026-03-29T01:30Z'))
    expect(localTime(utc('2026-03-29T01:30Z'))).toEqual({ day: '2026-03-29', time: '03:30' })
  })

  it.each([
    ['', '19:30'],
    ['2026-02-30', '19:30'],
    ['2026-13-01', '19:30'],
    ['2026-07-15', ''],
    ['2026-07-15', '25:00'],
    ['2026-07-15', '7:30'],
  ])('%j at %j is none', (day, time) => {
    expect(instantOf({ day, time })).toBeNull()
  })
})

describe('an evening', () => {
  it('is told by its day and its times', () => {
    const [starts, ends] = [utc('2026-03-03T18:30Z'), utc('2026-03-03T21:00Z')]
    expect(fromTo(starts, ends, 'nl')).toBe('dinsdag 3 maart 2026, 19:30–22:00')
    expect(fromTo(starts, ends, 'en')).toMatch(/^Tuesday,? 3 March 2026, 19:30–22:00$/)
  })
})
