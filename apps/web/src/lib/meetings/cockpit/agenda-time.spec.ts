import type { AgendaItemShown } from '@witboek/contract'
import type { AgendaItemId, Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { currentIn, doneAt, minutesLeft, minutesSpent, nextIn, partsOf } from './agenda-time.ts'

const minute = 60_000
const at = (minutes: number) => (minutes * minute) as Instant

function item(
  id: string,
  state: AgendaItemShown['state'],
  minutes: number,
  spells: readonly (readonly [number, number | null])[] = [],
): AgendaItemShown {
  return {
    id: id as AgendaItemId,
    title: id,
    goal: 'discuss',
    minutes,
    state,
    spells: spells.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
    sections: [],
    polls: [],
    from: null,
  }
}

const evening = [
  item('welcome', 'done', 10, [[0, 12]]),
  item('later', 'deferred', 20),
  item('skipped', 'waiting', 5),
  item('money', 'current', 20, [
    [12, 20],
    [30, null],
  ]),
  item('writing', 'waiting', 30),
]

describe('[EVENING-2] the time of an agenda', () => {
  it('knows what is on now, and what comes next: what waits behind it, then what was skipped', () => {
    expect(currentIn(evening)?.id).toBe('money')
    expect(nextIn(evening)?.id).toBe('writing')
    expect(nextIn(evening.filter(({ id }) => id !== 'writing'))?.id).toBe('skipped')
    expect(nextIn([item('a', 'done', 5)])).toBeNull()
    expect([currentIn([]), nextIn([])]).toEqual([null, null])
  })

  it('says when all is done: what waits, and what is left of the current item', () => {
    // At 34 minutes 12 of the 20 were spent, a break left out.
    expect(doneAt(evening, at(34))).toBe(at(34 + 8 + 5 + 30))
    expect(doneAt(evening, at(60)), 'what is over time is not taken off the rest').toBe(at(60 + 5 + 30))
  })

  it('shows of a long agenda what is near, and all of it in its parts', () => {
    const long = (current: number | null) =>
      Array.from({ length: 25 }, (_, nth) =>
        item(String(nth), current === null || nth > current ? 'waiting' : nth === current ? 'current' : 'done', 5),
      )
    const idsOf = (agenda: readonly AgendaItemShown[]) => {
      const { before, shown, after } = partsOf(agenda)
      expect([...before, ...shown, ...after]).toEqual(agenda)
      return shown.map(({ id }) => Number(id))
    }
    expect(idsOf(long(null)), 'nothing has begun').toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(idsOf(long(10)), 'from the one before').toEqual([9, 10, 11, 12, 13, 14, 15, 16])
    expect(idsOf(long(24)), 'the last ones at the end').toEqual([17, 18, 19, 20, 21, 22, 23, 24])
    expect(idsOf(long(30)), 'all done').toEqual([17, 18, 19, 20, 21, 22, 23, 24])
    expect(partsOf(evening)).toEqual({ before: [], shown: evening, after: [] })
  })

  it('counts whole minutes, and leaves at least one for the clock', () => {
    const [money] = evening.slice(3)
    if (!money) throw new Error('no item')
    expect(minutesSpent(money, (at(34) - 1) as Instant)).toBe(11)
    expect(minutesLeft(money, at(34))).toBe(8)
    expect(minutesLeft(money, at(90))).toBe(1)
    const begunJustNow = item('begun', 'current', 10, [[20, null]])
    expect(minutesLeft(begunJustNow, (at(20) - 40) as Instant), 'a clock that is a little behind').toBe(10)
  })
})
