import { clock, timeZone } from './format.ts'
import type { Locale } from './locale.ts'

/** A moment as the municipality's clock shows it: `2026-10-25` and `19:30`, as the fields of a form have it. */
interface LocalTime {
  readonly day: string
  readonly time: string
}

export function localTime(instant: number): LocalTime {
  const { year, month, day, hour, minute } = partsOf(instant)
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` }
}

/**
 * The moment at which the municipality's clock shows this; `null`: it never does. In the hour that comes twice in autumn it
 * is the first one; what the clock skips in spring is the same number of minutes later.
 */
export function instantOf({ day, time }: LocalTime): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const shown = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 10) !== day) return null
  // The clock is ahead of UTC by what it was a day before, or by what it is a day later.
  const offsets = [shown - dayLong, shown + dayLong].map((around) => offsetAt(around))
  const instants = offsets.map((offset) => shown - offset).sort((one, other) => one - other)
  const exact = instants.find((instant) => instant + offsetAt(instant) === shown)
  return exact ?? Math.max(...instants)
}

/** "dinsdag 3 maart 2026, 19:30–22:00" */
export function fromTo(startsAt: number, endsAt: number, locale: Locale): string {
  return `${dayInFull(startsAt, locale)}, ${clock(startsAt, locale)}–${clock(endsAt, locale)}`
}

/** "dinsdag 3 maart 2026" */
export const dayInFull = (instant: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'full', timeZone }).format(instant)

const dayLong = 24 * 60 * 60 * 1000

/** How far (ms) the municipality's clock is ahead of UTC. */
function offsetAt(instant: number): number {
  const { year, month, day, hour, minute } = partsOf(instant)
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - Math.floor(instant / 60_000) * 60_000
}

function partsOf(instant: number): Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>> {
  const parts = clockParts.formatToParts(instant).map(({ type, value }) => [type, value] as const)
  return Object.fromEntries(parts) as ReturnType<typeof partsOf>
}

const clockParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone,
})
