import type { Instant, MeetingKind } from '@witboek/domain'
import { instantOf, localTime } from '@witboek/i18n'

/** An evening of the example, around the day it was set up. */
export interface ExampleEvening {
  readonly kind: Exclude<MeetingKind, 'other'>
  /** Of all theme groups together, or of each. */
  readonly of: 'all' | 'each'
  readonly title: string
  /** Days from the one it was set up on. */
  readonly day: number
  readonly from: string
  readonly until: string
}

const evening = (
  kind: ExampleEvening['kind'],
  of: ExampleEvening['of'],
  day: number,
  title: string,
): ExampleEvening => ({
  ...{ kind, of, title, day },
  from: '19:30',
  until: '22:00',
})

/** In the order in which they are held: two are over, one is tonight. */
export const exampleEvenings: readonly ExampleEvening[] = [
  evening('kickoff', 'all', -21, 'Startavond'),
  evening('green1', 'each', -14, 'Eerste avond: waar gaat het over?'),
  evening('green2', 'each', 0, 'Tweede avond: wat ligt al vast?'),
  evening('green3', 'each', 14, 'Derde avond: het groenboek is klaar'),
  evening('work_college', 'all', 28, 'Werkcollege met raad en college'),
  evening('white1', 'each', 42, 'Vierde avond: van ideeën naar keuzes'),
  evening('white2', 'each', 56, 'Vijfde avond: wat levert het op?'),
  evening('white3', 'each', 70, 'Zesde avond: het witboek is klaar'),
]

const dayLong = 24 * 60 * 60 * 1000

/** Says at which moment the municipality's clock shows a time, so many days from the day of `now`. */
export function clockFrom(now: Instant): (day: number, time: string) => Instant {
  const noon = instantOf({ day: localTime(now).day, time: '12:00' }) ?? now
  // The evenings of all groups are on the same days.
  const known = new Map<string, Instant>()
  return (day, time) => {
    const asked = `${day} ${time}`
    const at = known.get(asked) ?? find(day, time)
    known.set(asked, at)
    return at
  }

  function find(day: number, time: string): Instant {
    // From noon to noon: a day on which the clock changes is an hour shorter or longer, and noon is in it all the same.
    const found = instantOf({ day: localTime(noon + day * dayLong).day, time })
    if (found === null) throw new RangeError(`the clock never shows ${time} then`)
    return found as Instant
  }
}
