import { describe, expect, it } from 'vitest'
import { phases, reached, type Phase } from './phase.ts'

describe('a dialogue has reached a phase', () => {
  it.each<[Phase, Phase, boolean]>([
    ['green', 'green', true],
    ['green', 'green_review', false],
    ['green_review', 'green', true],
    ['white', 'green_review', true],
    ['started', 'green', false],
    ['archived', 'preparing', true],
    ['preparing', 'archived', false],
  ])('in %s: %s reached? %s', (current, phase, expected) => {
    expect(reached(current, phase)).toBe(expected)
  })

  it('once it has, in every phase after it too', () => {
    phases.forEach((phase, place) => {
      expect(phases.filter((current) => reached(current, phase))).toEqual(phases.slice(place))
    })
  })
})
