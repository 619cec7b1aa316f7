import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Choices } from './ballot.ts'
import { addSlots, handsSlots, sameSlots, slotsOf, subtractSlots, sumOfSlots, type Slots } from './count.ts'
import type { PollPlan } from './poll-plan.ts'
import { options, plan } from './testing/a-poll.ts'
import { anyChoices, anyPlan, seedOfToday } from './testing/any-poll.ts'

const of = (kind: PollPlan['kind']): PollPlan => plan({ kind, options: options('a', 'b', 'c') })

describe('[POLL-9] a ballot in numbers', () => {
  it.each<[string, PollPlan, Choices, Slots]>([
    ['a yes', plan(), { option: 'yes' }, { 'chose:yes': 1 }],
    ['a block', plan({ kind: 'consent' }), { answer: 'block', reason: 'nee' }, { 'chose:block': 1 }],
    ['two of three', of('multiple'), { options: ['a', 'c'] }, { 'chose:a': 1, 'chose:c': 1 }],
    ['no picks', of('target_mix'), { options: [] }, {}],
    [
      'dots',
      of('dots'),
      { dots: { a: 1, c: 3 } },
      { 'chose:a': 1, 'sum:a': 1, 'squares:a': 1, 'chose:c': 1, 'sum:c': 3, 'squares:c': 9 },
    ],
    [
      'scores, of which 0 is one too',
      of('score'),
      { scores: { a: 0, b: 7 } },
      { 'chose:a': 1, 'chose:b': 1, 'sum:b': 7, 'squares:b': 49 },
    ],
    [
      'a whole ranking',
      of('rank'),
      { ranking: ['c', 'a', 'b'] },
      {
        'chose:a': 1,
        'chose:b': 1,
        'chose:c': 1,
        'points:c': 2,
        'points:a': 1,
        'beats:c>a': 1,
        'beats:c>b': 1,
        'beats:a>b': 1,
      },
    ],
    [
      'a favourite, with the others side by side behind it',
      of('rank'),
      { ranking: ['b'] },
      { 'chose:b': 1, 'points:b': 2, 'beats:b>a': 1, 'beats:b>c': 1 },
    ],
  ])('%s', (_, of, choices, slots) => {
    expect(slotsOf(of, choices)).toEqual(slots)
  })

  it('raised hands are as many ballots', () => {
    const yes = slotsOf(plan(), { option: 'yes' })
    expect(handsSlots({ counts: { yes: 2, no: 1 } })).toEqual(sumOfSlots([yes, slotsOf(plan(), { option: 'no' }), yes]))
  })

  it('a difference between a running tally and a recount is seen', () => {
    expect(sameSlots({ 'chose:a': 1, 'chose:b': 0 }, { 'chose:a': 1 })).toBe(true)
    expect(sameSlots({ 'chose:a': 1 }, { 'chose:a': 2 })).toBe(false)
    expect(sameSlots({ 'chose:a': 1 }, { 'chose:a': 1, 'chose:b': 1 })).toBe(false)
  })
})

describe('[POLL-9] a tally of any ballots', () => {
  const seed = seedOfToday()
  console.info(`seed ${seed}`)
  const ballots = anyPlan.chain((of) => fc.array(anyChoices(of), { maxLength: 30 }).map((cast) => ({ of, cast })))

  it('is the same in whichever order they came, and in whichever parts they were added', () => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 0, max: 30 }), fc.infiniteStream(fc.nat()), ({ of, cast }, cut, order) => {
        const slots = cast.map((choices) => slotsOf(of, choices))
        const sum = sumOfSlots(slots)
        const mixed = slots
          .map((each) => ({ each, place: order.next().value as number }))
          .sort((one, other) => one.place - other.place)
          .map(({ each }) => each)
        expect(sumOfSlots(mixed)).toEqual(sum)
        expect(addSlots(sumOfSlots(mixed.slice(cut)), sumOfSlots(mixed.slice(0, cut)))).toEqual(sum)
        expect(mixed.reduce<Slots>(addSlots, {})).toEqual(sum)
      }),
      { seed },
    )
  })

  it('moves along with people who change their ballots, to what a recount says', () => {
    const voting = anyPlan.chain((of) =>
      fc
        .array(fc.record({ voter: fc.integer({ min: 0, max: 5 }), choices: anyChoices(of) }), { maxLength: 40 })
        .map((cast) => ({ of, cast })),
    )
    fc.assert(
      fc.property(voting, ({ of, cast }) => {
        const box = new Map<number, Choices>()
        let tally: Slots = {}
        for (const { voter, choices } of cast) {
          const before = box.get(voter)
          if (before) tally = subtractSlots(tally, slotsOf(of, before))
          tally = addSlots(tally, slotsOf(of, choices))
          box.set(voter, choices)
        }
        expect(tally).toEqual(sumOfSlots([...box.values()].map((choices) => slotsOf(of, choices))))
        expect(sameSlots(subtractSlots(tally, tally), {})).toBe(true)
      }),
      { seed },
    )
  })
})
