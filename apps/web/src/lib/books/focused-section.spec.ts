import type { Lock, Manifest, Section } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { focusIn } from './focused-section.ts'

const lockSince = (since: number) => ({ since }) as Lock
const book = (...locks: (Lock | null)[]): Manifest => ({
  sections: locks.map((lock, index) => ({ id: `s${index}`, removed: false, lock }) as unknown as Section),
  freeze: null,
})

describe('everyone looks at one section', () => {
  it('when all others are locked; those that were closed together can be opened together', () => {
    const focus = focusIn(book(lockSince(1), null, lockSince(2), lockSince(2)))
    expect(focus?.section.id).toBe('s1')
    expect(focus?.closed).toEqual(['s2', 's3'])
  })

  it.each<[string, Manifest]>([
    ['two are open', book(null, null, lockSince(1))],
    ['all are locked', book(lockSince(1), lockSince(1))],
    ['there is only one', book(null)],
    ['the whole book is locked', { ...book(null, lockSince(1)), freeze: lockSince(2) }],
  ])('not when %s', (_what, manifest) => {
    expect(focusIn(manifest)).toBeNull()
  })
})
