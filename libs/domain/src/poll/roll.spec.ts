import { describe, expect, it } from 'vitest'
import type { PersonId } from '../ids.ts'
import type { Poll, PollFact } from './poll.ts'
import type { PollPlan } from './poll-plan.ts'
import { rollIsComplete, rollOf } from './roll.ts'
import { closed, confirmed, drafted, entered, onePoll, opened, people, rejected, voided } from './testing/a-poll.ts'

const ten = people(10)
const [first, second, third, fourth, fifth] = ten as [PersonId, PersonId, PersonId, PersonId, PersonId]
const five = ten.slice(5)
const hands = entered({ yes: 5 }, five)
const published: PollFact = { ...closed, type: 'poll:published', result: null as never, ballotsRoot: '' }

const poll = (plan: Partial<PollPlan>, ...facts: readonly PollFact[]): Poll =>
  onePoll(drafted({ visibility: 'secret', ...plan }), ...facts)
const of = (...facts: readonly PollFact[]) => poll({}, opened(ten), ...facts)

describe('[POLL-19] the roll of a poll', () => {
  it.each<[string, Poll, string]>([
    ['is read once it is closed', of(closed), 'yes'],
    ['is read once it is published', of(closed, published), 'yes'],
    ['is read when it does not count', of(voided), 'yes'],
    ['is not there before it is opened', poll({}), 'poll-not-closed'],
    ['is not read while people vote', of(), 'poll-not-closed'],
    ['is not read while hands wait for a second person', of(hands, closed), 'hands-unconfirmed'],
    ['is read once they are confirmed', of(hands, confirmed, closed), 'yes'],
    ['is read once they are rejected', of(hands, rejected, closed), 'yes'],
    ['is read when they can be confirmed no more', of(hands, voided), 'yes'],
    [
      'is of a secret one: an open one has a history',
      poll({ visibility: 'open' }, opened(ten), closed),
      'poll-not-secret',
    ],
    ['is of a secret one: a named one says it', poll({ visibility: 'named' }, opened(ten), closed), 'poll-not-secret'],
  ])('%s', (_, that, expected) => {
    const answer = rollIsComplete(that)
    expect(answer.ok ? 'yes' : answer.refusal.code).toBe(expected)
  })

  const names = new Map([
    [first, 'Els'],
    [second, 'Daan'],
    [third, 'Élodie'],
    [fourth, 'Daan'],
  ])
  const cast = [third, fifth, fourth, first, second]

  it('is in order of name, whoever came first, and those who were erased come last', () => {
    const named = ({ voters }: ReturnType<typeof rollOf>) => voters.map(({ person, name }) => [name, person])
    const inOrder = [
      ['Daan', second],
      ['Daan', fourth],
      ['Élodie', third],
      ['Els', first],
      [null, fifth],
    ]
    expect(named(rollOf(of(closed), cast, 5, names))).toEqual(inOrder)
    expect(named(rollOf(of(closed), cast.toReversed(), 5, names))).toEqual(inOrder)
  })

  it('is one list of ballots and hands: nothing of a name says by which of them', () => {
    const { voters, ...counts } = rollOf(of(hands, confirmed, closed), cast, 5, names)
    expect(counts).toEqual({ ballots: 5, hands: 5 })
    expect(voters.map(({ person }) => person).toSorted()).toEqual(ten)
    expect(new Set(voters.flatMap(Object.keys))).toEqual(new Set(['person', 'name']))
  })

  it('has no hands that do not count', () => {
    expect(rollOf(of(hands, voided), cast, 5, names)).toMatchObject({ voters: { length: 5 }, hands: 0 })
    expect(rollOf(of(hands, rejected, closed), cast, 5, names)).toMatchObject({ voters: { length: 5 }, hands: 0 })
  })
})
