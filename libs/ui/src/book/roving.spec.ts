import { describe, expect, it } from 'vitest'
import { nextPlace } from './roving.ts'

describe('walking through a toolbar', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 4, 0],
    ['ArrowLeft', 0, 4],
    ['ArrowLeft', 2, 1],
    ['Home', 3, 0],
    ['End', 0, 4],
    ['Enter', 2, null],
  ] as const)('%s from %i leads to %s', (key, here, expected) => {
    expect(nextPlace(key, here, 5)).toBe(expected)
  })
})
