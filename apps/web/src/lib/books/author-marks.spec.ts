import type { PersonId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { authorMarks, type Writer } from './author-marks.ts'

const noor: Writer = { person: 'noor' as PersonId, name: 'Noor Bakker' }
const ali: Writer = { person: 'ali' as PersonId, name: 'Ali Demir' }
const writers = new Map([
  [1, noor],
  [2, ali],
  [3, noor],
])

describe('who wrote which words', () => {
  it('is one stretch for one person, also from two pages', () => {
    const { marks } = authorMarks(
      [
        { from: 1, to: 5, client: 1 },
        { from: 5, to: 9, client: 3 },
        { from: 9, to: 12, client: 2 },
        { from: 14, to: 20, client: 2 },
      ],
      writers,
    )
    expect(marks.map(({ from, to, initials }) => [from, to, initials])).toEqual([
      [1, 9, 'NB'],
      [9, 12, 'AD'],
      [14, 20, ''],
    ])
  })

  it('gives the initials again after words of nobody', () => {
    const { marks } = authorMarks(
      [
        { from: 1, to: 5, client: 1 },
        { from: 5, to: 9, client: 9 },
        { from: 9, to: 12, client: 1 },
      ],
      writers,
    )
    expect(marks.map(({ initials }) => initials)).toEqual(['NB', 'NB'])
  })

  it('leaves words of an unknown page as they are, and says which page that is', () => {
    const { marks, unknown } = authorMarks([{ from: 1, to: 5, client: 9 }], writers)
    expect(marks).toEqual([])
    expect(unknown).toEqual([9])
  })
})
