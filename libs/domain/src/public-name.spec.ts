import { describe, expect, it } from 'vitest'
import { publicName } from './public-name.ts'

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
