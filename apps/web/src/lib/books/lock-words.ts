import type { Lock } from '@witboek/domain'
import { textsIn, timeOrDay, type Locale } from '@witboek/i18n'

/** Who locked it, from when until when, and why (that can be long): what stands at the heading before anyone types. */
export function lockWords(lock: Lock, chef: string | null, now: number, locale: Locale): string {
  const texts = textsIn(locale).locks
  const since = timeOrDay(lock.since, now, locale)
  const by = (since.sameDay ? texts.since : texts.sinceDay)(chef ?? texts.someChef, since.text)
  // No line begins with a dot.
  return [
    by,
    ...(lock.until === null ? [] : [texts.until(timeOrDay(lock.until, now, locale).text)]),
    ...(lock.reason ? [texts.reason(lock.reason)] : []),
  ].join('\u00a0· ')
}
