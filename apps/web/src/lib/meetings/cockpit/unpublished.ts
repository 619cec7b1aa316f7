import type { PollShown } from '@witboek/contract'

/** It was opened and counts, and its result is not published: until it is, its numbers are not in the minutes (MINUTES-2). */
export const isUnpublished = ({ state }: Pick<PollShown, 'state'>): boolean => state === 'open' || state === 'closed'
