import { describe, expect, it } from 'vitest'
import { oneLine, publicName, severalLines } from './public-name.ts'

const joiner = '\u200D'
const family = `👩🏽${joiner}👩🏽${joiner}👧${joiner}👦`
/** With the sign that says that it is an emoji, and without it, as some keyboards type it. */
const burningHearts = [`❤️${joiner}🔥`, `❤${joiner}🔥`]

describe('a line that somebody typed', () => {
  it.each([family, ...burningHearts, `🧑🏿${joiner}🦽`, `🏳️${joiner}🌈`, '1️⃣', '🇳🇱', `${family}${family}`])(
    'keeps %s as one picture',
    (emoji) => {
      expect(oneLine(` Sport\n ${emoji}! `)).toBe(`Sport ${emoji}!`)
      expect(severalLines(`${emoji}\n${emoji}`)).toBe(`${emoji}\n${emoji}`)
    },
  )

  it.each([
    ['before an emoji', `${joiner}👧`, '👧'],
    ['behind one', `👧${joiner}`, '👧'],
    ['behind a family', `${family}${joiner}`, family],
    ['two in a row', `👩${joiner}${joiner}👧`, '👩 👧'],
    ['between letters', `be${joiner}sluit`, 'be sluit'],
    ['between an emoji and a letter', `👩${joiner}b`, '👩 b'],
    ['between numbers, which may stand in an emoji', `1${joiner}2`, '1 2'],
    ['with a mark that turns the direction', `👩${joiner}\u202E👧`, '👩 👧'],
    ['with something else that nobody sees', `👩\u200B${joiner}👧`, '👩 👧'],
  ])('has no joiner %s', (_, typed, line) => {
    expect(oneLine(typed)).toBe(line)
  })
})

describe('[PEOPLE-1] a public name', () => {
  it.each([
    ['  Ömer   Kaplan ', 'Ömer Kaplan'],
    ['Noor\nChef de Dossier', 'Noor Chef de Dossier'],
    ['e\u0301lise', 'élise'],
    ['\u202Eedreveid\u202C', 'edreveid'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%j is written %j', (typed, name) => {
    expect(publicName(typed)).toEqual({ ok: true, value: name })
  })

  it.each([
    ['', 'name-empty'],
    [' \u200B\n', 'name-empty'],
    ['a'.repeat(61), 'name-too-long'],
  ])('is not %j: %s', (typed, code) => {
    expect(publicName(typed)).toMatchObject({ ok: false, refusal: { code } })
  })
})
