import type { Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { seenWhen } from './seen.ts'

const at = (text: string) => Date.parse(text) as Instant
/** A Wednesday, half past nine in the evening by the municipality's clock. */
const now = at('2027-03-10T21:30:00+01:00')

describe('[PEOPLE-5] somebody was last seen', () => {
  it.each([
    ['today', '2027-03-10T21:29:00+01:00'],
    ['today', '2027-03-10T00:01:00+01:00'],
    ['thisWeek', '2027-03-09T23:59:00+01:00'],
    ['thisWeek', '2027-03-03T21:31:00+01:00'],
    ['longerAgo', '2027-03-03T21:30:00+01:00'],
    ['longerAgo', '2027-02-10T12:00:00+01:00'],
  ] as const)('%s, who was here at %s', (said, last) => {
    expect(seenWhen(at(last), false, now)).toBe(said)
  })

  it('longer ago, whose login is gone and who did something then; never, who did not', () => {
    expect(seenWhen(undefined, true, now)).toBe('longerAgo')
    expect(seenWhen(undefined, false, now)).toBe('never')
  })
})
