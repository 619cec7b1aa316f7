import { describe, expect, it } from 'vitest'
import type { Cents } from '../money.ts'
import type { Choices } from './ballot.ts'
import { slotsOf, sumOfSlots } from './count.ts'
import { outcomeOf } from './outcome.ts'
import type { PollPlan } from './poll-plan.ts'
import type { PollResult } from './poll-result.ts'
import { options, plan } from './testing/a-poll.ts'

const abc = options('a', 'b', 'c')
const of = (kind: PollPlan['kind'], more: Partial<PollPlan> = {}): PollPlan => plan({ kind, options: abc, ...more })
const times = <Item>(number: number, item: Item): readonly Item[] => Array.from({ length: number }, () => item)

const outcome = (plan: PollPlan, ballots: readonly Choices[], entitled = 10): PollResult =>
  outcomeOf(plan, sumOfSlots(ballots.map((choices) => slotsOf(plan, choices))), ballots.length, entitled)

/** So many of each. */
const votes = (numbers: Readonly<Record<string, number>>): readonly Choices[] =>
  Object.entries(numbers).flatMap(([option, number]) => times(number, { option }))
const answers = (numbers: Readonly<Record<string, number>>): readonly Choices[] =>
  Object.entries(numbers).flatMap(([answer, number]) => times(number, { answer, reason: null } as Choices))
const sets = (...sets: readonly string[]): readonly Choices[] => sets.map((set) => ({ options: [...set] }))

describe('[POLL-11] what a poll comes to', () => {
  it.each<[string, PollResult, PollResult['verdict'], readonly string[]]>([
    ['the most votes win', outcome(of('single'), votes({ a: 2, b: 3 })), 'chosen', ['b']],
    ['as many votes decide nothing', outcome(of('single'), votes({ a: 3, b: 3, c: 1 })), 'tie', ['a', 'b']],
    ['no votes decide nothing', outcome(of('single'), []), 'none', []],
    [
      'the share that is asked is enough',
      outcome(of('single', { threshold: 60 }), votes({ a: 3, b: 2 })),
      'chosen',
      ['a'],
    ],
    ['a share under it is not', outcome(of('single', { threshold: 61 }), votes({ a: 3, b: 2 })), 'below_threshold', []],
    ['a share does not end a tie', outcome(of('single', { threshold: 40 }), votes({ a: 3, b: 3 })), 'tie', ['a', 'b']],

    ['more yes than no is yes', outcome(plan(), votes({ yes: 3, no: 2, abstain: 5 })), 'chosen', ['yes']],
    ['more no than yes is no', outcome(plan(), votes({ yes: 2, no: 3 })), 'chosen', ['no']],
    ['as much yes as no decides nothing', outcome(plan(), votes({ yes: 2, no: 2, abstain: 3 })), 'tie', ['yes', 'no']],
    ['who only abstain decide nothing', outcome(plan(), votes({ abstain: 3 })), 'none', []],
    [
      'a share of yes leaves out who abstain',
      outcome(plan({ threshold: 60 }), votes({ yes: 3, no: 2, abstain: 5 })),
      'chosen',
      ['yes'],
    ],
    [
      'a yes under its share is none',
      outcome(plan({ threshold: 61 }), votes({ yes: 3, no: 2 })),
      'below_threshold',
      [],
    ],
    ['a no needs no share', outcome(plan({ threshold: 90 }), votes({ yes: 2, no: 3 })), 'chosen', ['no']],

    ['of several the most named wins', outcome(of('multiple'), sets('ab', 'a', 'c')), 'chosen', ['a']],
    [
      'all that reach the share win',
      outcome(of('multiple', { threshold: 50 }), sets('ab', 'ab', 'a', 'c')),
      'chosen',
      ['a', 'b'],
    ],
    [
      'level, and under the share',
      outcome(of('multiple', { threshold: 75 }), sets('ab', 'ab', 'c')),
      'tie',
      ['a', 'b'],
    ],
    [
      'none that reaches the share',
      outcome(of('multiple', { threshold: 75 }), sets('ab', 'a', 'c')),
      'below_threshold',
      [],
    ],

    [
      'the most dots win',
      outcome(of('dots', { dots: 3 }), [{ dots: { a: 3 } }, { dots: { b: 1 } }, { dots: { b: 1 } }]),
      'chosen',
      ['a'],
    ],
    [
      'as many dots decide nothing',
      outcome(of('dots', { dots: 3 }), [{ dots: { a: 2 } }, { dots: { b: 2 } }]),
      'tie',
      ['a', 'b'],
    ],

    [
      'the highest scores together win, and not the one high score of an option nobody else knows',
      outcome(of('score'), [{ scores: { a: 7, b: 10 } }, { scores: { a: 7 } }]),
      'chosen',
      ['a'],
    ],
    ['only zeros decide nothing', outcome(of('score'), [{ scores: { a: 0 } }]), 'none', []],

    [
      'nobody blocks: consent',
      outcome(plan({ kind: 'consent' }), answers({ agree: 5, concern: 3, stand_aside: 1 })),
      'consent',
      [],
    ],
    ['one blocks: no consent', outcome(plan({ kind: 'consent' }), answers({ agree: 9, block: 1 })), 'no_consent', []],
    ['nobody says anything: no consent, and none refused', outcome(plan({ kind: 'consent' }), []), 'none', []],

    ['a temperature decides nothing', outcome(plan({ kind: 'temperature' }), votes({ '4': 3 })), 'none', []],
  ])('%s', (_, result, verdict, winners) => {
    expect({ verdict: result.verdict, winners: result.winners }).toEqual({ verdict, winners })
  })

  it.each<[string, PollResult, boolean | null, PollResult['verdict']]>([
    ['is not asked', outcome(plan(), votes({ yes: 1 })), null, 'chosen'],
    ['is reached', outcome(plan({ quorum: 30 }), votes({ yes: 1, abstain: 2 })), true, 'chosen'],
    ['is not reached', outcome(plan({ quorum: 31 }), votes({ yes: 3 })), false, 'no_quorum'],
    ['is exact', outcome(plan({ quorum: 29 }), votes({ yes: 2 }), 7), false, 'no_quorum'],
    [
      'is asked of consent too',
      outcome(plan({ kind: 'consent', quorum: 50 }), answers({ agree: 4 })),
      false,
      'no_quorum',
    ],
    [
      'makes no decision of a temperature',
      outcome(plan({ kind: 'temperature', quorum: 50 }), votes({ '1': 1 })),
      false,
      'none',
    ],
  ])('a quorum %s', (_, result, reached, verdict) => {
    expect([result.quorumReached, result.verdict]).toEqual([reached, verdict])
    if (verdict === 'no_quorum') expect(result.winners).toEqual([])
  })

  it.each<[string, PollResult, boolean | null]>([
    ['is not asked', outcome(of('single'), votes({ a: 1 })), null],
    ['is reached', outcome(of('single', { threshold: 50 }), votes({ a: 3, b: 1 })), true],
    ['is not reached', outcome(of('single', { threshold: 80 }), votes({ a: 3, b: 1 })), false],
    ['is not reached by yes', outcome(plan({ threshold: 80 }), votes({ yes: 1, no: 3 })), false],
    ['is not reached by nobody', outcome(of('single', { threshold: 1 }), []), false],
  ])('a threshold %s', (_, result, reached) => {
    expect(result.thresholdReached).toBe(reached)
  })

  it('tells of each option how many chose it, and their share', () => {
    const { cast, entitled, options } = outcome(of('single'), votes({ a: 2, b: 1 }), 12)
    expect({ cast, entitled }).toEqual({ cast: 3, entitled: 12 })
    expect(options.map(({ option, count, named, share }) => [option, count, named, share])).toEqual([
      ['a', 2, 2, 66.7],
      ['b', 1, 1, 33.3],
      ['c', 0, 0, 0],
    ])
  })

  it('tells of dots their share of all dots', () => {
    const { options } = outcome(of('dots', { dots: 3 }), [{ dots: { a: 3 } }, { dots: { a: 1, b: 1 } }])
    expect(options.map(({ count, named, share }) => [count, named, share])).toEqual([
      [4, 2, 80],
      [1, 1, 20],
      [0, 0, 0],
    ])
  })

  it('tells of scores their average and their spread, over those who gave one', () => {
    const { options } = outcome(of('score'), [{ scores: { a: 4, b: 0 } }, { scores: { a: 9 } }, { scores: { a: 7 } }])
    expect(options.map(({ count, named, share, average, spread }) => [count, named, share, average, spread])).toEqual([
      [20, 3, null, 6.67, 2.05],
      [0, 1, null, 0, 0],
      [0, 0, null, null, null],
    ])
  })

  it('tells how warm it is, and how far people are apart', () => {
    const warmth = (numbers: Readonly<Record<string, number>>) =>
      outcome(plan({ kind: 'temperature' }), votes(numbers)).temperature
    expect(warmth({ '1': 2, '5': 2 })).toEqual({ average: 3, spread: 2 })
    expect(warmth({ '4': 3 })).toEqual({ average: 4, spread: 0 })
    expect(warmth({ '2': 1, '3': 2 })).toEqual({ average: 2.67, spread: 0.47 })
    expect(warmth({})).toBeNull()
  })
})

describe('[POLL-11] a ranking', () => {
  const ranked = (...rankings: readonly string[]) =>
    outcome(
      of('rank'),
      rankings.map((ranking) => ({ ranking: [...ranking] })),
    )

  it('is in order of points, and names the option that beats each other one', () => {
    const { ranking, winners, verdict, options } = ranked('abc', 'abc', 'bca')
    expect({ ranking, winners, verdict }).toEqual({
      ranking: { order: ['a', 'b', 'c'], condorcet: 'a' },
      winners: ['a', 'b'],
      verdict: 'tie',
    })
    expect(options.map(({ count }) => count)).toEqual([4, 4, 1])
  })

  it('may have most points for one, while more people put another before it', () => {
    const { ranking, winners } = ranked('abc', 'abc', 'abc', 'bca', 'bca')
    expect(winners).toEqual(['b'])
    expect(ranking).toEqual({ order: ['b', 'a', 'c'], condorcet: 'a' })
  })

  it('has no option that beats each other one when they beat each other in a circle', () => {
    expect(ranked('abc', 'bca', 'cab').ranking?.condorcet).toBeNull()
    expect(ranked().ranking?.condorcet).toBeNull()
  })
})

describe('[POLL-11] a mix of proposals', () => {
  const priced = [
    { id: 'a', label: 'A', amount: 60 as Cents },
    { id: 'b', label: 'B', amount: 50 as Cents },
    { id: 'c', label: 'C', amount: 10 as Cents },
  ]
  const mixed = (target: number, ...picks: readonly string[]) => {
    const { verdict, winners, mix } = outcome(
      of('target_mix', { options: priced, target: target as Cents }),
      sets(...picks),
    )
    return { verdict, winners, mix }
  }

  it.each<
    [string, ReturnType<typeof mixed>, PollResult['verdict'], readonly string[], readonly string[], number, boolean]
  >([
    ['is met by the most picked', mixed(50, 'b', 'bc', 'b'), 'chosen', ['b'], ['b'], 50, true],
    ['takes the next when that is not enough', mixed(55, 'bc', 'bc', 'b'), 'chosen', ['b', 'c'], ['b', 'c'], 60, true],
    [
      'is met by two that are picked as often',
      mixed(110, 'ab', 'ab', 'c'),
      'chosen',
      ['a', 'b'],
      ['a', 'b'],
      110,
      true,
    ],
    ['is not decided when another could have been the last', mixed(50, 'a', 'b'), 'tie', ['a', 'b'], ['a'], 60, true],
    ['is not met by all that was picked', mixed(121, 'abc', 'abc'), 'below_target', [], ['a', 'b', 'c'], 120, false],
    ['takes nothing that nobody picked', mixed(70, 'a', 'a'), 'below_target', [], ['a'], 60, false],
    ['is nothing when nobody picked anything', mixed(70, '', ''), 'none', [], [], 0, false],
  ])('%s', (_, mix, verdict, winners, taken, reached, met) => {
    expect(mix).toEqual({ verdict, winners, mix: { taken, reached, met } })
  })
})

describe('[POLL-11] a unanimous poll', () => {
  it.each<[string, PollResult, boolean]>([
    ['all say yes', outcome(plan(), votes({ yes: 3 })), true],
    ['one says no', outcome(plan(), votes({ yes: 3, no: 1 })), false],
    ['nobody says anything', outcome(plan(), []), false],
    ['all agree', outcome(plan({ kind: 'consent' }), answers({ agree: 3 })), true],
    ['all choose the same two', outcome(of('multiple'), sets('ab', 'ab')), true],
    ['they choose other twos', outcome(of('multiple'), sets('ab', 'bc')), false],
    ['all pick nothing', outcome(of('target_mix'), sets('', '')), true],
    ['all give the same dots', outcome(of('dots', { dots: 3 }), times(2, { dots: { a: 2, b: 1 } })), true],
    [
      'the dots add up, and are not the same',
      outcome(of('dots', { dots: 3 }), [{ dots: { a: 2, b: 1 } }, { dots: { a: 1, b: 2 } }]),
      false,
    ],
    ['all give the same scores', outcome(of('score'), times(3, { scores: { a: 0, b: 7 } })), true],
    ['one gives another score', outcome(of('score'), [{ scores: { a: 6 } }, { scores: { a: 8 } }]), false],
    ['one leaves out a zero', outcome(of('score'), [{ scores: { a: 6, b: 0 } }, { scores: { a: 6 } }]), false],
    ['all have the same order', outcome(of('rank'), times(2, { ranking: ['a', 'b', 'c'] })), true],
    ['one has another', outcome(of('rank'), [{ ranking: ['a', 'b', 'c'] }, { ranking: ['a', 'c', 'b'] }]), false],
  ])('%s', (_, { unanimous }, expected) => {
    expect(unanimous).toBe(expected)
  })
})
