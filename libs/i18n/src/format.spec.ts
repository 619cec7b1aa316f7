import { describe, expect, it } from 'vitest'
import {
  amount,
  amountInWords,
  clock,
  dayAndSecond,
  dayAndTime,
  nextClock,
  percentage,
  plural,
  timeOrDay,
} from './format.ts'
import { isLocale } from './locale.ts'
import { textsIn } from './texts/both-languages.ts'

/** Intl puts a no-break space after the euro sign. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('amounts', () => {
  it.each([
    [134_000_000, 'nl', '€ 1.340.000'],
    [134_000_000, 'en', '€1,340,000'],
    [134_000_050, 'nl', '€ 1.340.000,50'],
    [0, 'nl', '€ 0'],
    [-5_000, 'nl', '€ -50'],
  ] as const)('%i cents in %s is %s', (cents, locale, text) => expect(plain(amount(cents, locale))).toBe(text))

  it.each([
    [620_000_000, 'nl', '€ 6,2 miljoen'],
    [620_000_000, 'en', '€6.2 million'],
    [39_000_000, 'nl', '€ 0,39 miljoen'],
  ] as const)('%i cents in words in %s is %s', (cents, locale, text) => expect(amountInWords(cents, locale)).toBe(text))

  it('a percentage has at most one decimal', () => {
    expect(plain(percentage(10, 'nl'))).toBe('10%')
    expect(plain(percentage(66.66, 'nl'))).toBe('66,7%')
  })
})

describe('times are those of the municipality’s clock', () => {
  const instant = Date.UTC(2011, 3, 1, 18, 14)
  it('whatever the clock of the machine says', () => {
    expect(clock(instant, 'nl')).toBe('20:14')
    expect(dayAndTime(instant, 'nl')).toContain('1 april 2011')
    expect(dayAndTime(instant, 'en')).toContain('1 April 2011')
    expect(dayAndSecond(instant + 5_000, 'nl')).toBe('1 apr 2011, 20:14:05')
  })
})

describe('the clock of the municipality', () => {
  const at2014 = Date.UTC(2026, 3, 1, 18, 14, 30)
  const minutes = (count: number) => count * 60_000

  it.each([
    ['20:45', 31],
    ['20:15', 1],
    ['20:14', 24 * 60],
    ['08:00', 11 * 60 + 46],
  ])('comes to %s in %i minutes', (time, ahead) => {
    expect(nextClock(time, at2014)).toBe(Date.UTC(2026, 3, 1, 18, 14) + minutes(ahead))
  })

  it.each(['', '25:00', '20.45', 'straks'])('never comes to %j', (time) => {
    expect(nextClock(time, at2014)).toBeNull()
  })

  it('says the day only when it is another', () => {
    expect(timeOrDay(at2014, at2014 + minutes(60), 'nl')).toEqual({ sameDay: true, text: '20:14' })
    expect(timeOrDay(at2014, at2014 + minutes(24 * 60), 'nl').text).toContain('1 april 2026')
  })
})

describe('languages', () => {
  it('has one word for one, another for more', () => {
    const words = { one: 'expert', other: 'experts' }
    expect([0, 1, 2, 28].map((count) => plural(count, 'nl', words))).toEqual([
      'experts',
      'expert',
      'experts',
      'experts',
    ])
  })

  it('knows Dutch and English, and nothing else', () => {
    expect(['nl', 'en', 'fr', '', undefined].map(isLocale)).toEqual([true, true, false, false, false])
    expect(textsIn('nl').shell.skipToContent).not.toBe(textsIn('en').shell.skipToContent)
  })

  it('leaves no Dutch sentence untranslated', () => {
    const same: string[] = []
    const compare = (nl: unknown, en: unknown, path: string) => {
      if (typeof nl === 'string' && nl === en && nl.includes(' ')) same.push(path)
      if (nl && typeof nl === 'object')
        for (const key of Object.keys(nl)) compare((nl as never)[key], (en as never)[key], `${path}.${key}`)
    }
    compare(textsIn('nl'), textsIn('en'), '')
    // Names are names; and what a town of the Netherlands reads in its own dialogue begins in Dutch, whoever sets it up.
    const stays = /chef|^\.setUp\.(nameStart|eight)|exampleName$/i
    expect(same.filter((path) => !stays.test(path))).toEqual([])
  })
})
