import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Schedule } from './schedule.ts'

describe('a schedule', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  it('lets everyone have their turn, each at their own pace', () => {
    const times = { quick: 0, slow: 0 }
    const schedule = new Schedule(() => undefined)
    schedule.repeat(200, 30, () => (times.quick += 1))
    schedule.repeat(5_000, 100, () => (times.slow += 1))
    vi.advanceTimersByTime(10_000)
    expect(times).toEqual({ quick: 50, slow: 2 })
    schedule.stop()
  })

  it('does nothing any more for who has stopped', () => {
    let times = 0
    const schedule = new Schedule(() => undefined)
    const stop = schedule.repeat(10, 0, () => (times += 1))
    vi.advanceTimersByTime(100)
    const before = times
    stop()
    vi.advanceTimersByTime(100)
    expect(before).toBeGreaterThan(8)
    expect(times).toBe(before)
  })

  it('catches up on turns that a busy loop took from it, and says how late each was', () => {
    const late: number[] = []
    const schedule = new Schedule((ms) => late.push(ms))
    schedule.repeat(100, 100, () => undefined)
    vi.advanceTimersByTime(150)
    vi.setSystemTime(Date.now())
    const busy = performance.now() + 400
    vi.spyOn(performance, 'now').mockReturnValue(busy)
    vi.advanceTimersByTime(1)
    expect(late.length).toBeGreaterThanOrEqual(4)
    expect(Math.max(...late)).toBeGreaterThan(250)
    vi.restoreAllMocks()
    schedule.stop()
  })
})
