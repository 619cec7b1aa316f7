import type { Instant } from '../ids.ts'
import type { Poll } from './poll.ts'

/** With fewer voters in a secret poll, or fewer ballots, one can guess who chose what (POLL-4, POLL-13). */
export const secretMin = 5

/**
 * Whether anybody, the Chef included, gets to see numbers of this poll at this instant: ballots and counted hands alike
 * (POLL-10). How many have voted may always be told.
 */
export function revealed({ state, visibility, reveal, closesAt }: Poll, now: Instant): boolean {
  if (state === 'published') return true
  if (state === 'draft' || state === 'void' || visibility === 'secret') return false
  switch (reveal) {
    case 'live':
      return true
    case 'on_close':
      return state === 'closed' || (closesAt !== null && closesAt <= now)
    case 'on_publish':
      return false
  }
}

/** Whether everybody gets to see who chose what. Their own ballot in an `open` or `named` poll voters always see. */
export const namesShown = (poll: Poll, now: Instant): boolean => poll.visibility === 'named' && revealed(poll, now)
