import { describe, expect, it } from 'vitest'
import { newest } from './newest.ts'

describe('views of a meeting', () => {
  const [old, young] = [{ version: 3 }, { version: 4 }]

  it('that are younger take the place of older ones, and not the other way round', () => {
    expect(newest(old, young)).toBe(young)
    expect(newest(young, old)).toBe(young)
  })

  it('of the same version are told anew: the clock in them is younger', () => {
    const again = { version: 3 }
    expect(newest(old, again)).toBe(again)
  })

  it('that are not there take nothing away', () => {
    expect(newest(old, null)).toBe(old)
    expect(newest(null, old)).toBe(old)
    expect(newest(null, null)).toBeNull()
  })
})
