import { describe, expect, it } from 'vitest'
import { stretches } from './target-bar.ts'

describe('a bar', () => {
  it('is divided in proportion, without holes or overlap', () => {
    expect(stretches([50, 25, 25], 100)).toEqual([
      { from: 0, width: 50 },
      { from: 50, width: 25 },
      { from: 75, width: 25 },
    ])
  })

  it('leaves open what the parts do not reach', () => {
    const parts = stretches([30, 30], 100)
    expect(parts.at(-1)).toEqual({ from: 30, width: 30 })
  })

  it('of nothing has no length', () => {
    expect(stretches([0, 0], 0)).toEqual([
      { from: 0, width: 0 },
      { from: 0, width: 0 },
    ])
  })
})
