import type { Locale } from './locale.ts'

const units = {
  nl: { hours: 'uur', minutes: 'min', seconds: 's' },
  en: { hours: 'h', minutes: 'min', seconds: 's' },
} as const

/** "1 uur 5 min", and of short times the seconds too: "4 min 20 s". `ms` is rounded to the smallest unit that is shown. */
export function lengthOfTime(ms: number, locale: Locale): string {
  const unit = units[locale]
  const short = ms < 10 * 60_000
  const seconds = Math.round(ms / 1_000)
  const whole = short ? seconds : Math.round(ms / 60_000) * 60
  const parts = [
    [Math.floor(whole / 3_600), unit.hours],
    [Math.floor((whole % 3_600) / 60), unit.minutes],
    [short ? whole % 60 : 0, unit.seconds],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count}\u00a0${word}`)
  return said.length > 0 ? said.join(' ') : `0\u00a0${unit.minutes}`
}
