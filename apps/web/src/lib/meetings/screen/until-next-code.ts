import type { Instant } from '@witboek/domain'

/** At least and at most so long (ms) until the codes are asked for again. */
const [soonest, latest] = [1_000, 20_000]
/** The new code is there for sure by then. */
const margin = 500

/** How long (ms) until the screen asks for its codes again: when the one for the hall changes, and now and then for the rest. */
export const untilNextCode = (until: Instant | null, now: Instant): number =>
  until === null ? latest / 4 : Math.min(latest, Math.max(soonest, until - now + margin))
