import type { Instant } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { isSameTap } from './same-tap.ts'

/** What is timed. The time of an agenda item and of a speaker stands with them; this is the clock that everybody sees. */
export const timerTargets = ['item', 'speech', 'poll', 'break'] as const
export type TimerTarget = (typeof timerTargets)[number]

/**
 * A clock that counts down (timer): an instant and a length, by the server's time. Pages compute what is left, so nobody
 * sends ticks (TIMER-1).
 */
export interface Timer {
  readonly target: TimerTarget
  readonly startedAt: Instant
  /** In all (s), with what was added. */
  readonly seconds: number
  /** Since when it stands still; `null` while it runs. */
  readonly pausedAt: Instant | null
  /** For how long (ms) it stood still before. */
  readonly pausedFor: number
}

export type TimerFact =
  | { readonly type: 'timer:started'; readonly target: TimerTarget; readonly seconds: number }
  | { readonly type: 'timer:paused' }
  | { readonly type: 'timer:resumed' }
  | { readonly type: 'timer:extended'; readonly seconds: number }
  | { readonly type: 'timer:stopped' }

export type TimerCommand =
  | { readonly type: 'timer:start'; readonly target: TimerTarget; readonly seconds: number }
  | { readonly type: 'timer:pause' }
  | { readonly type: 'timer:resume' }
  /** `seconds`: more, or less when it is negative. */
  | { readonly type: 'timer:extend'; readonly seconds: number }
  | { readonly type: 'timer:stop' }

/** The longest a timer runs (s). */
export const timerSecondsMax = 4 * 3_600

/** What is left (ms); below 0 when it is over time. */
export const timeLeft = ({ startedAt, seconds, pausedAt, pausedFor }: Timer, now: Instant): number =>
  startedAt + seconds * 1_000 + pausedFor - (pausedAt ?? now)

/** The Chef starts, holds, extends and stops it (TIMER-2). What is added is a sum: sent twice, it counts twice (EVENING-3). */
export function decideTimer(timer: Timer | null, command: TimerCommand, now: Instant): Result<readonly TimerFact[]> {
  if (command.type === 'timer:start') {
    const { target, seconds } = command
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > timerSecondsMax)
      return refuse({ code: 'seconds-out-of-range', min: 1, max: timerSecondsMax })
    const just = timer !== null && timer.pausedAt === null && isSameTap(timer.startedAt, now)
    return ok(
      just && timer.target === target && timer.seconds === seconds ? [] : [{ type: 'timer:started', target, seconds }],
    )
  }
  if (command.type === 'timer:stop') return ok(timer ? [{ type: 'timer:stopped' }] : [])
  if (!timer) return refuse({ code: 'timer-not-running' })
  switch (command.type) {
    case 'timer:pause':
      return ok(timer.pausedAt === null ? [{ type: 'timer:paused' }] : [])
    case 'timer:resume':
      return ok(timer.pausedAt === null ? [] : [{ type: 'timer:resumed' }])
    case 'timer:extend': {
      const { seconds } = command
      // Over time already: what is added counts from now on, or it would still be over.
      const over = Math.ceil(Math.max(0, -timeLeft(timer, now)) / 1_000)
      const more = seconds > 0 ? seconds + over : seconds
      const sum = timer.seconds + more
      if (!Number.isInteger(seconds) || seconds === 0 || sum < 1 || sum > timerSecondsMax + over)
        return refuse({ code: 'seconds-out-of-range', min: 1, max: timerSecondsMax })
      return ok([{ type: 'timer:extended', seconds: more }])
    }
  }
}

export function applyTimer(timer: Timer | null, fact: TimerFact, at: Instant): Timer | null {
  if (fact.type === 'timer:started')
    return { target: fact.target, startedAt: at, seconds: fact.seconds, pausedAt: null, pausedFor: 0 }
  if (!timer || fact.type === 'timer:stopped') return null
  switch (fact.type) {
    case 'timer:paused':
      return { ...timer, pausedAt: at }
    case 'timer:resumed':
      return { ...timer, pausedAt: null, pausedFor: timer.pausedFor + (at - (timer.pausedAt ?? at)) }
    case 'timer:extended':
      return { ...timer, seconds: timer.seconds + fact.seconds }
    default:
      return timer
  }
}
