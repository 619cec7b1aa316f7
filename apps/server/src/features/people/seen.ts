import type { Seen } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import { timeOrDay } from '@witboek/i18n'

const week = 7 * 24 * 60 * 60 * 1000

/**
 * When somebody was last here, told so that nobody's hours can be read from it (PEOPLE-5). A login goes when it has expired;
 * who `acted` was here all the same.
 */
export function seenWhen(last: Instant | undefined, acted: boolean, now: Instant): Seen {
  if (last === undefined) return acted ? 'longerAgo' : 'never'
  if (timeOrDay(last, now, 'nl').sameDay) return 'today'
  return now - last < week ? 'thisWeek' : 'longerAgo'
}
