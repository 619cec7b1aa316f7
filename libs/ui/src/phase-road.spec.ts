import { phases } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { stopOf } from './phase-road.ts'

describe('the road of a dialogue', () => {
  it.each([
    ['preparing', 'framed'],
    ['started', 'framed'],
    ['green', 'green'],
    ['green_review', 'green_review'],
    ['reviewed', 'green_review'],
    ['sheets', 'white'],
    ['decided', 'council'],
    ['archived', 'council'],
  ] as const)('phase %s is at %s', (phase, stop) => expect(stopOf(phase)).toBe(stop))

  it('only goes forward', () => {
    const stops = phases.map(stopOf)
    expect(stops).toEqual([...stops].sort((a, b) => stops.indexOf(a) - stops.indexOf(b)))
    expect(new Set(stops).size).toBe(5)
  })
})
