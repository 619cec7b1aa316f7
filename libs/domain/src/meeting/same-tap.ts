import type { Instant } from '../ids.ts'

/** Within this time (ms) the same command, which has no id of its own, is the same tap: a finger trembled, or it was sent again. */
export const sameTapMs = 2_000

/** Whether what began at `since` began just now (EVENING-3). */
export const isSameTap = (since: Instant, now: Instant): boolean => now - since < sameTapMs
