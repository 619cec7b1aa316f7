import { describe, expect, it } from 'vitest'
import { wholeNumber } from './whole-number.ts'

describe('a whole number that was typed', () => {
  it.each([
    ['10', 10],
    [' 100 ', 100],
    [7, 7],
    ['', null],
    ['0', null],
    ['101', null],
    ['7,5', null],
    ['1e2', null],
    ['-3', null],
  ])('%j is %j', (typed, number) => {
    expect(wholeNumber(typed, 1, 100)).toBe(number)
  })
})
