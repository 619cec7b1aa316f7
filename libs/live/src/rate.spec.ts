import { describe, expect, it } from 'vitest'
import { fullBucket, take, wait, type Bucket } from './rate.ts'

const rate = { perSecond: 10, burst: 20 }
/** What is left after these were taken, each at its time (ms). */
const after = (taken: readonly (readonly [amount: number, at: number])[]): Bucket =>
  taken.reduce((bucket, [amount, at]) => take(bucket, rate, amount, at), fullBucket(rate, 0))

describe('[I6] a rate', () => {
  it.each([
    ['lets a burst through at once', [[20, 0]], 0],
    ['makes wait for what is over it', [[25, 0]], 500],
    [
      'adds up what comes in small parts',
      [
        [15, 0],
        [10, 0],
      ],
      500,
    ],
    [
      'forgets with time what has come in',
      [
        [25, 0],
        [1, 600],
      ],
      0,
    ],
    [
      'saves up no more than a burst, however long it was quiet',
      [
        [1, 0],
        [30, 3_600_000],
      ],
      1_000,
    ],
    [
      'is no lower after the clock was set back',
      [
        [20, 10_000],
        [5, 0],
      ],
      500,
    ],
  ] as const)('%s', (_, taken, ms) => {
    expect(wait(after(taken), rate)).toBe(ms)
  })

  it('has nobody wait for ever: a debt is over after the time that was said', () => {
    const owing = after([[1_000, 0]])
    const ms = wait(owing, rate)
    expect(ms).toBe(98_000)
    expect(wait(take(owing, rate, 0, ms - 1), rate)).toBeGreaterThan(0)
    expect(wait(take(owing, rate, 0, ms), rate)).toBe(0)
  })
})
