import { nextClock } from '@witboek/i18n'

/** How long a lock lasts, as the dialog asks it. */
export const lockSpans = ['open', 'quarter', 'half', 'hour', 'time'] as const
export type LockSpan = (typeof lockSpans)[number]

/** What a Chef filled in: `until` in milliseconds, `null` when the Chef opens it. */
export interface LockWish {
  readonly reason: string
  readonly until: number | null
}

const minute = 60_000
const lengths = { quarter: 15 * minute, half: 30 * minute, hour: 60 * minute } as const

/** Until when; `'missing'` when a time was chosen and none was filled in. */
export function untilOf(span: LockSpan, time: string, now: number): number | null | 'missing' {
  if (span === 'open') return null
  if (span === 'time') return nextClock(time, now) ?? 'missing'
  return now + lengths[span]
}
