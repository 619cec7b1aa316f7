import type { AgendaItemShown } from '@witboek/contract'
import type { AgendaItemId, Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { currentIn, doneAt, minutesLeft, minutesSpent, nextIn } from './agenda-time.ts'

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

  it('counts whole minutes, and leaves at least one for the clock', () => {
    const [money] = evening.slice(3)
    if (!money) throw new Error('no item')
    expect(minutesSpent(money, (at(34) - 1) as Instant)).toBe(11)
    expect(minutesLeft(money, at(34))).toBe(8)
    expect(minutesLeft(money, at(90))).toBe(1)
  })
})
