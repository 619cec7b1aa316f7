import type { Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { untilNextCode } from './until-next-code.ts'

const at = (ms: number) => ms as Instant

describe('[ATTEND-2] the screen asks for the code of the hall', () => {
  it.each([
    ['as soon as it has changed', 13_000, 10_000, 3_500],
    ['now and then, when that is far away', 300_000, 10_000, 20_000],
    ['not all the time, when it should have changed already', 9_000, 10_000, 1_000],
  ])('%s', (_, until, now, pause) => {
    expect(untilNextCode(at(until), at(now))).toBe(pause)
  })

  it('every few seconds, before there is one', () => {
    expect(untilNextCode(null, at(10_000))).toBe(5_000)
  })
})
