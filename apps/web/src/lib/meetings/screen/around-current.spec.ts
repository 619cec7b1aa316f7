import type { AgendaItemShown } from '@witboek/contract'
import { describe, expect, it } from 'vitest'
import { aroundCurrent } from './around-current.ts'

/** `d` done, `c` current, `w` waiting, `l` deferred to later. */
const agenda = (letters: string) =>
  [...letters].map((letter, i) => ({
    id: i,
    state: { d: 'done', c: 'current', w: 'waiting', l: 'deferred' }[letter],
  })) as unknown as AgendaItemShown[]

const shown = (letters: string) => {
  const { from, items } = aroundCurrent(agenda(letters))
  return [from, items.length]
}

describe('the agenda on the big screen', () => {
  it.each([
    ['', 0, 0],
    ['wwww', 0, 4],
    ['cwww', 0, 4],
    ['ddcwwwwww', 1, 5],
    ['dddddcww', 3, 5],
    ['dddwwwwww', 2, 5],
    ['dddddddd', 3, 5],
    ['ddddddlc', 3, 5],
  ])('%s is shown from place %d on, %d of it', (letters, from, count) => {
    expect(shown(letters)).toEqual([from, count])
  })

  it('always has the item that goes on', () => {
    for (let i = 0; i < 12; i++) {
      const letters = 'd'.repeat(i) + 'c' + 'w'.repeat(11 - i)
      expect(aroundCurrent(agenda(letters)).items.some(({ state }) => state === 'current')).toBe(true)
    }
  })
})
