import { describe, expect, it } from 'vitest'
import { addressOf } from './text-tools.ts'

describe('an address somebody typed', () => {
  it.each([
    ['https://www.zeist.nl/sport', 'https://www.zeist.nl/sport'],
    [' www.zeist.nl ', 'https://www.zeist.nl'],
    ['zeist.nl/begroting?jaar=2012', 'https://zeist.nl/begroting?jaar=2012'],
    ['griffie@zeist.nl', 'mailto:griffie@zeist.nl'],
    ['mailto:griffie@zeist.nl', 'mailto:griffie@zeist.nl'],
    ['javascript:alert(1)', null],
    ['http://', null],
    ['zeist nl', null],
    ['', null],
  ])('%s → %s', (typed, address) => {
    expect(addressOf(typed)).toBe(address)
  })
})
