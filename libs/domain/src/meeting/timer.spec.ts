import { describe, expect, it } from 'vitest'
import type { Instant } from '../ids.ts'
import { sameTapMs } from './same-tap.ts'
import { applyTimer, decideTimer, timeLeft, timerSecondsMax, type Timer, type TimerCommand } from './timer.ts'
import { begin, Evening, said } from './testing/an-evening.ts'

const start = (seconds: number, target: Timer['target'] = 'speech'): TimerCommand => ({
  type: 'timer:start',
  target,
  seconds,
})
const extend = (seconds: number): TimerCommand => ({ type: 'timer:extend', seconds })
/** Two minutes for a speech, since the meeting opened. */
const running = () => {
  const evening = new Evening().opens()
  evening.does('chef', start(120))
  return evening
}
const left = ({ now, at }: Evening) => now.timer && timeLeft(now.timer, at) / 1_000

describe('[TIMER-1] the timer', () => {
  it('is an instant and a length: what is left is computed', () => {
    const evening = running()
    expect(evening.now.timer).toEqual({
      target: 'speech',
      startedAt: begin,
      seconds: 120,
      pausedAt: null,
      pausedFor: 0,
    })
    expect(left(evening)).toBe(120)
    expect(left(evening.wait(1.5))).toBe(30)
    expect(left(evening.wait(1)), 'over time').toBe(-30)
  })

  it('stands still while it is held', () => {
    const evening = running().wait(1)
    evening.does('chef', { type: 'timer:pause' })
    expect(left(evening.wait(10))).toBe(60)
    evening.does('chef', { type: 'timer:resume' })
    expect(left(evening.wait(0.5))).toBe(30)
  })

  it('is not changed by what a later version may say of it', () => {
    const { timer } = running().now
    expect(applyTimer(timer, { type: 'timer:painted' } as never, begin)).toBe(timer)
  })
})

describe('[TIMER-2] the Chef', () => {
  it.each<[string, TimerCommand, string | readonly string[]]>([
    ['starts another', start(60), ['timer:started']],
    ['starts one for something else', start(120, 'item'), ['timer:started']],
    ['starts it again with the same tap', start(120), []],
    ['starts one of no time', start(0), 'seconds-out-of-range'],
    ['starts one of half a second', start(0.5), 'seconds-out-of-range'],
    ['starts the longest', start(timerSecondsMax), ['timer:started']],
    ['starts a longer one', start(timerSecondsMax + 1), 'seconds-out-of-range'],
    ['holds it', { type: 'timer:pause' }, ['timer:paused']],
    ['lets it go on that goes on', { type: 'timer:resume' }, []],
    ['gives a minute more', extend(60), ['timer:extended']],
    ['gives a minute less', extend(-60), ['timer:extended']],
    ['gives all of it less', extend(-120), 'seconds-out-of-range'],
    ['gives nothing more', extend(0), 'seconds-out-of-range'],
    ['gives too much more', extend(timerSecondsMax), 'seconds-out-of-range'],
    ['stops it', { type: 'timer:stop' }, ['timer:stopped']],
  ])('%s → %j', (_, command, expected) => {
    expect(said(running().asks('chef', command))).toEqual(expected)
  })

  it('starts the same again for the next speaker', () => {
    const later = (begin + sameTapMs) as Instant
    expect(decideTimer(running().now.timer, start(120), later)).toMatchObject({ value: [{ type: 'timer:started' }] })
  })

  it('holds twice is once', () => {
    const evening = running()
    evening.does('chef', { type: 'timer:pause' })
    expect(said(evening.asks('chef', { type: 'timer:pause' }))).toEqual([])
  })

  it('gives more time to one that is over time: from now on', () => {
    const evening = running().wait(5)
    evening.does('chef', extend(60))
    expect(left(evening)).toBe(60)
  })

  it('without a timer stops nothing, and holds nothing', () => {
    const evening = new Evening().opens()
    expect(said(evening.asks('chef', { type: 'timer:stop' }))).toEqual([])
    for (const command of [{ type: 'timer:pause' }, { type: 'timer:resume' }, extend(60)] satisfies TimerCommand[])
      expect(said(evening.asks('chef', command))).toBe('timer-not-running')
  })

  it('and nobody else', () => {
    expect(said(running().asks('ann', { type: 'timer:stop' }))).toBe('not-for-your-role')
  })
})

describe('[EVENING-5] in a break', () => {
  it('the timer stands still with the meeting, and goes on with it', () => {
    const evening = running().wait(1).pauses().wait(15)
    expect(left(evening)).toBe(60)
    expect(left(evening.resumes().wait(0.5))).toBe(30)
  })

  it('the timer of the break runs, and is gone after it', () => {
    const evening = new Evening().opens()
    evening.does('chef', start(900, 'break'))
    expect(left(evening.pauses().wait(10))).toBe(300)
    expect(evening.resumes().now.timer).toBeNull()
  })

  it('a timer that the Chef had stopped before stays so after it', () => {
    const evening = running().wait(1)
    evening.does('chef', { type: 'timer:pause' })
    evening.wait(1).pauses().wait(15).resumes().wait(1)
    expect(left(evening)).toBe(60)
  })

  it('none is left when the meeting is over', () => {
    expect(running().closes().now.timer).toBeNull()
  })
})
