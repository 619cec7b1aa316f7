import { problems } from '@witboek/contract'
import { locales, textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { errorWords } from './error-words.ts'

describe('every problem of the server', () => {
  it.each(locales.flatMap((locale) => Object.keys(problems).map((code) => ({ locale, code }))))(
    'has words in $locale: $code',
    ({ locale, code }) => {
      const { problems, mishaps } = textsIn(locale)
      const words: Record<string, string> = { ...problems, ...mishaps }
      expect(words[code]?.length).toBeGreaterThan(10)
    },
  )
})

describe('the error page', () => {
  it.each([
    [401, 'not-signed-in', 'Meld u eerst aan', 'sign-in'],
    [403, 'book-not-yet-readable', 'Dat kan hier niet', 'home'],
    [404, undefined, 'Niet gevonden', 'home'],
    [500, 'surprise', 'Er ging iets mis', 'again'],
    [503, 'unreachable', 'Even niet bereikbaar', 'again'],
  ] as const)('says for %i (%s): %s', (status, code, title, way) => {
    expect(errorWords(status, code, { locale: 'nl', signedIn: false })).toMatchObject({ title, way })
  })

  it('asks nobody to sign in who has, and holds no seat', () => {
    const { title, text, way } = errorWords(401, 'not-signed-in', { locale: 'nl', signedIn: true })
    expect([title, way]).toEqual(['U hebt hier nu geen plaats', 'home'])
    expect(text).not.toMatch(/neem plaats|meld u/i)
  })

  it('tells a code from a newer server as a surprise', () => {
    expect(errorWords(409, 'something-new', { locale: 'nl', signedIn: true }).text).toBe(textsIn('nl').mishaps.surprise)
  })
})
