import { describe, expect, it } from 'vitest'
import { readFonts } from './fonts.ts'
import { lettersOf } from './letters.ts'

const families = readFonts()
const [first = []] = families
const [upright = Buffer.of(), slanted = Buffer.of()] = first

describe('the letters of a family', () => {
  it('are only those that each of its faces has', () => {
    const [one = new Set(), other, both] = lettersOf([[upright], [slanted], [upright, slanted]])
    const lacking = [...one].filter((letter) => !other?.has(letter))
    expect(lacking.length).toBeGreaterThan(0)
    expect(both?.size).toBeGreaterThan(3_000)
    expect(lacking.filter((letter) => both?.has(letter))).toEqual([])
  })

  it('are its own', () => {
    const has = (sign: string) => lettersOf(families).map((letters) => letters.has(sign.codePointAt(0) ?? 0))
    expect(has('é')).toEqual([true, false, false])
    expect(has('→')).toEqual([false, true, false])
    expect(has('👍')).toEqual([false, false, true])
    expect(lettersOf([])).toEqual([])
  })

  it('cannot be read from what is no font', () => {
    expect(() => lettersOf([[Buffer.alloc(64)]])).toThrow('without cmap')
  })
})
