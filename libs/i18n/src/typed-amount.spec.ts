import { describe, expect, it } from 'vitest'
import { amountTyped, centsIn } from './typed-amount.ts'

describe('an amount that somebody types', () => {
  it.each([
    ['12500', 12_500_00],
    ['1.000', 1_000_00],
    ['1,000', 1_000_00],
    ['50.000', 50_000_00],
    ['1.150.000,00', 1_150_000_00],
    ['1.150.000,5', 1_150_000_50],
    ['1,150,000.05', 1_150_000_05],
    ['€ 1.150.000,-', 1_150_000_00],
    ['€\u00a012 500,--', 12_500_00],
    ['EUR 99', 99_00],
    ['0,05', 5],
    ['12,5', 12_50],
    ['12.50', 12_50],
    ['0', 0],
    ['999.999.999.999,99', 99_999_999_999_999],
  ])('%j is read as %i cents', (typed, cents) => expect(centsIn(typed)).toBe(cents))

  it.each([
    '',
    ' ',
    'veel',
    '€',
    '-500',
    '1.00.000',
    '1.000.00',
    '1,000,00',
    '1000.000',
    '1.000,000',
    '12,345,6',
    '1e300',
    '12 miljoen',
    '1.000.000.000.000',
    '١٢',
  ])('%j is no amount', (typed) => expect(centsIn(typed)).toBeNull())

  it('an amount that is typed is the same one again', () => {
    for (const cents of [0, 1, 5, 10, 99, 100, 1_50, 12_500_00, 1_150_000_05, 99_999_999_999_999])
      expect(centsIn(amountTyped(cents)), amountTyped(cents)).toBe(cents)
  })
})
