import { describe, expect, it } from 'vitest'
import { readFonts } from './fonts.ts'
import { lettersOf } from './letters.ts'
import { shownLine } from './shown-line.ts'

const letters = lettersOf(readFonts())

describe('a line', () => {
  it.each([
    'Eén café kost € 3,50 – ‘niet’ veel',
    'e\u0301 is é, en = met een streep is ≠',
    'Ελλάδα, Україна, हिन्दी',
    'als x ≤ 3 → klaar ✓, anders √2 ≈ 1,4 ★ ● ∞',
    'mooi 👍🏽 ❤️ ☑ ❌ van 👩‍👩‍👧 uit 🇳🇱 op 1️⃣',
  ])('comes out as it is: %s', (line) => {
    expect(shownLine(letters, line)).toBe(line)
  })

  it.each([
    ['of a writing that no font has', 'سلام 中文', '\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd'],
    ['of no writing', 'half\ud83d nul\u0000 \ufffe \ue000', 'half\ufffd nul\ufffd \ufffd \ufffd'],
    ['of parts that are not all known', '👩\u200d\u{1fc00}!', '👩\ufffd!'],
    ['on a letter', 'goed🏽 en д\u0b57', 'goed\ufffd en д\ufffd'],
  ])('has a mark for a sign %s', (_, line, shown) => {
    expect(shownLine(letters, line)).toBe(shown)
  })

  it('loses what is not seen', () => {
    expect(shownLine(letters, '\ufeffgeplakt a\ufe0f')).toBe('geplakt a')
  })

  it('cannot turn around what comes after it', () => {
    expect(shownLine(letters, 'voor \u202e3 stemmen tegen\u202c')).toBe('voor 3 stemmen tegen')
  })

  it('has a sign only where one family has all its parts', () => {
    const [one, other] = ['1', '\u20e3'].map((part) => new Set([part.codePointAt(0) ?? 0]))
    if (!one || !other) throw new Error('no letters')
    expect(shownLine([one, other], '1\u20e3')).toBe('1\ufffd')
    expect(shownLine([one, new Set([...one, ...other])], '1\u20e3')).toBe('1\u20e3')
  })
})
