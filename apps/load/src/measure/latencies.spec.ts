import { describe, expect, it } from 'vitest'
import { Latencies } from './latencies.ts'

const of = (...times: readonly number[]): Latencies => {
  const latencies = new Latencies()
  for (const ms of times) latencies.add(ms)
  return latencies
}

describe('latencies', () => {
  it('knows nothing when nothing was measured', () => {
    const none = of()
    expect([none.percentile(0.5), none.max, none.count]).toEqual([null, null, 0])
  })

  it.each([
    { share: 0.5, ms: 50 },
    { share: 0.95, ms: 95 },
    { share: 0.99, ms: 99 },
    { share: 1, ms: 100 },
  ])('finds the time that $share of 1 to 100 ms did not exceed, within two percent', ({ share, ms }) => {
    const found = of(...Array.from({ length: 100 }, (_, i) => i + 1)).percentile(share) as number
    expect(Math.abs(found - ms) / ms).toBeLessThan(0.02)
  })

  it('never answers more than the longest there was', () => {
    expect(of(0.003, 17.3).percentile(0.99)).toBe(17.3)
  })

  it('counts one slow moment among a thousand only from where it stands', () => {
    const latencies = of(...Array.from({ length: 999 }, () => 2), 900)
    expect(latencies.percentile(0.99)).toBeLessThan(2.1)
    expect(latencies.percentile(0.9999)).toBe(900)
  })

  it('adds up what several processes counted', () => {
    const sum = Latencies.from(of(1, 1, 1).toCounts(), of(100).toCounts(), of().toCounts())
    expect(sum.count).toBe(4)
    expect(sum.max).toBe(100)
    expect(sum.percentile(0.75)).toBeLessThan(1.1)
  })

  it('starts afresh after a clearing', () => {
    const latencies = of(500)
    latencies.clear()
    latencies.add(3)
    expect([latencies.count, latencies.max]).toEqual([1, 3])
  })
})
