import { describe, expect, it } from 'vitest'
import { readFonts } from './fonts.ts'
import { lettersOf, shownWith } from './letters.ts'

const letters = lettersOf(readFonts())

describe('the letters that can be shown', () => {
  it.each([
    ['Eén café kost € 3,50 – ‘niet’ veel', undefined],
    ['e\u0301 is é, en \u2260 is = met een streep', undefined],
    ['Ελλάδα, Україна, हिन्दी', undefined],
    ['mooi 👍', 'mooi \ufffd'],
    ['👩‍👩‍👧 en 👍🏽', '\ufffd en \ufffd'],
    ['سلام', '\ufffd\ufffd\ufffd\ufffd'],
    ['half\ud83d', 'half\ufffd'],
    ['nul\u0000 \ufffe', 'nul\ufffd \ufffd'],
    ['\ufeffgeplakt ©\ufe0f', 'geplakt ©'],
  ])('%j comes out as it is, but for a mark where a sign cannot be shown', (line, shown = line) => {
    expect(shownWith(letters, line)).toBe(shown)
  })

  it('are only those that every face has', () => {
    const [one = Buffer.of(), other = Buffer.of()] = readFonts()
    const slanted = lettersOf([other])
    const both = lettersOf([one, other])
    expect(both.size).toBeGreaterThan(3_000)
    expect([...both].filter((letter) => !slanted.has(letter))).toEqual([])
    expect(lettersOf([]).size).toBe(0)
  })

  it('cannot be read from what is no font', () => {
    expect(() => lettersOf([Buffer.alloc(64)])).toThrow('without cmap')
  })
})
