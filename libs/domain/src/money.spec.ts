import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { euros, shareOf, sumOf, type Cents } from './money.ts'

const cents = (amount: number): Cents => amount as Cents

describe('euros', () => {
  it.each([
    [0, 0],
    [1, 100],
    [1_150_000, 115_000_000],
    [-250, -25_000],
    [12.34, 1234],
    [0.1 + 0.2, 30],
  ])('%d euro is %d cents', (amount, expected) => {
    expect(euros(amount)).toBe(expected)
  })

  it.each([[0.005], [1.999], [Number.NaN], [Number.POSITIVE_INFINITY], [1e15]])(
    'refuses %d: no whole cents',
    (amount) => {
      expect(() => euros(amount)).toThrow(RangeError)
    },
  )
})

describe('a share of an amount', () => {
  it.each([
    [1000, 10, 100],
    [3_900_000_00, 10, 390_000_00],
    [14, 10, 1],
    [15, 10, 2],
    [-14, 10, -1],
    [-15, 10, -2],
    [1, 0, 0],
    [333, 100, 333],
    [853_135_000, 72.21, 616_048_784],
  ])('of %d cents, %d %% is %d cents, rounded half away from zero', (amount, percentage, expected) => {
    expect(shareOf(cents(amount), percentage)).toBe(expected)
  })

  it('is exact to the cent for every amount a municipality has and every rate in hundredths of a percent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, hundredths) => {
          const exact = (BigInt(amount) * BigInt(hundredths) + 5000n) / 10_000n
          expect(shareOf(cents(amount), hundredths / 100)).toBe(Number(exact))
        },
      ),
    )
  })
})

describe('a sum of amounts', () => {
  it('of nothing is nothing', () => {
    expect(sumOf([])).toBe(0)
  })

  it('adds what goes out and what comes in', () => {
    expect(sumOf([euros(12.34), euros(-2.34), euros(1)])).toBe(1100)
  })
})
