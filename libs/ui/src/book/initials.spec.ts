import { describe, expect, it } from 'vitest'
import { initials } from './initials.ts'

describe('the initials on a chip', () => {
  it.each([
    ['Anna de Vries', 'AV'],
    ['Bram', 'B'],
    ['Jan-Willem van den Berg', 'JB'],
    ['el Amrani', 'A'],
    ['fatima', 'F'],
    ['Éva Łukasz', 'ÉŁ'],
    ['', '?'],
  ])('%s → %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})
