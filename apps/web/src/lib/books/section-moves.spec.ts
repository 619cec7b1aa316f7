import type { Manifest, SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { placesIn, stepTo } from './section-moves.ts'

const manifest: Manifest = {
  sections: ['a', 'b', 'x', 'c'].map((name) => ({
    id: name as SectionId,
    heading: name,
    slot: null,
    removed: name === 'x',
    lock: null,
    remarks: [],
  })),
  freeze: null,
}

describe('one step up or down', () => {
  it.each([
    ['a', 'up', undefined],
    ['a', 'down', 'b'],
    ['b', 'up', null],
    ['b', 'down', 'c'],
    ['c', 'up', 'a'],
    ['c', 'down', undefined],
    ['x', 'up', undefined],
  ] as const)('%s %s → after %s', (id, step, after) => {
    expect(stepTo(manifest, id as SectionId, step)).toBe(after)
  })
})

it('counts the places of open sections only', () => {
  expect([...placesIn(manifest).entries()]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ])
})
