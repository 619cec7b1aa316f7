import type { Texts } from '@witboek/i18n'

/** Moments (ms left) at which a clock is said aloud; between them it is silent, or nobody would hear the meeting. */
const moments = [5 * 60_000, 60_000, 0]

/** "12:05", "1:02:03": what is left, or by how much it is over. A second that has begun still counts. */
export function clockText(left: number): string {
  const { hours, minutes, seconds } = partsOf(left)
  const two = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** "12 minuten en 5 seconden", for who hears it. */
export function clockWords(left: number, texts: Texts['hall']['timer'], list: (parts: string[]) => string): string {
  const { hours, minutes, seconds } = partsOf(left)
  const parts = [
    ...(hours > 0 ? [texts.hours(hours)] : []),
    ...(minutes > 0 ? [texts.minutes(minutes)] : []),
    ...(seconds > 0 || (hours === 0 && minutes === 0) ? [texts.seconds(seconds)] : []),
  ]
  return list(parts)
}

/** The moment that came between two looks at a clock, by what was left; `null`: none did. */
export const momentBetween = (before: number, now: number): number | null =>
  moments.findLast((moment) => before > moment && now <= moment) ?? null

/** Whole seconds: what is left is rounded up, and what it is over down, so that 0:00 is shown when the time is up. */
function partsOf(left: number): { readonly hours: number; readonly minutes: number; readonly seconds: number } {
  const all = Math.abs(Math.ceil(left / 1_000))
  return { hours: Math.floor(all / 3_600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 }
}
