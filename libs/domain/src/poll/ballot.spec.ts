import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../ids.ts'
import { consentReasonMax, mayCast, reasonsIn, soundChoices, type Choices, type ConsentAnswer } from './ballot.ts'
import type { Poll } from './poll.ts'
import type { PollPlan } from './poll-plan.ts'
import {
  after,
  closed,
  confirmed,
  drafted,
  entered,
  minutes,
  onePoll,
  opened,
  options,
  people,
  person,
  plan,
  rejected,
  voided,
} from './testing/a-poll.ts'
import { anyChoices, anyPlan, seedOfToday } from './testing/any-poll.ts'

const abc = options('a', 'b', 'c')
const of = (kind: PollPlan['kind'], more: Partial<PollPlan> = {}): PollPlan => plan({ kind, options: abc, ...more })
const yesNo = plan({ kind: 'yes_no' })
const consent = plan({ kind: 'consent' })
const dots = of('dots', { dots: 5 })

describe('[POLL-8] a ballot', () => {
  it.each<[string, PollPlan, unknown, unknown]>([
    ['says yes', yesNo, { option: 'yes' }, { option: 'yes' }],
    ['abstains', yesNo, { option: 'abstain' }, { option: 'abstain' }],
    ['says how warm it is', plan({ kind: 'temperature' }), { option: '5' }, { option: '5' }],
    ['chooses one', of('single'), { option: 'b' }, { option: 'b' }],
    ['agrees', consent, { answer: 'agree' }, { answer: 'agree', reason: null }],
    ['stands aside', consent, { answer: 'stand_aside', reason: null }, { answer: 'stand_aside', reason: null }],
    ['is concerned', consent, { answer: 'concern', reason: '  ' }, { answer: 'concern', reason: null }],
    ['says why', consent, { answer: 'concern', reason: ' te duur ' }, { answer: 'concern', reason: 'te duur' }],
    [
      'writes backwards',
      consent,
      { answer: 'concern', reason: 'te\u202eruud' },
      { answer: 'concern', reason: 'te ruud' },
    ],
    ['blocks', consent, { answer: 'block', reason: 'kan niet' }, { answer: 'block', reason: 'kan niet' }],
    ['chooses several, in the order of the plan', of('multiple'), { options: ['c', 'a'] }, { options: ['a', 'c'] }],
    ['chooses all', of('multiple'), { options: ['a', 'b', 'c'] }, { options: ['a', 'b', 'c'] }],
    ['picks what adds up', of('target_mix'), { options: ['c', 'b'] }, { options: ['b', 'c'] }],
    ['picks nothing', of('target_mix'), { options: [] }, { options: [] }],
    ['spreads its dots', dots, { dots: { c: 4, a: 1, b: 0 } }, { dots: { a: 1, c: 4 } }],
    ['leaves dots over', dots, { dots: { a: 1 } }, { dots: { a: 1 } }],
    ['scores', of('score'), { scores: { b: 10, a: 0 } }, { scores: { a: 0, b: 10 } }],
    ['ranks', of('rank'), { ranking: ['c', 'a', 'b'] }, { ranking: ['c', 'a', 'b'] }],
    ['ranks its favourite', of('rank'), { ranking: ['c'] }, { ranking: ['c'] }],
  ])('%s', (_, of, raw, kept) => {
    const answer = soundChoices(of, raw)
    expect(answer).toEqual({ ok: true, value: kept })
    if (answer.ok) expect(JSON.stringify(answer.value)).toBe(JSON.stringify(kept))
  })

  it.each<[string, PollPlan, unknown, string]>([
    ['no answer', yesNo, { option: 'maybe' }, 'ballot-not-sound'],
    ['a word that every object has', of('single'), { option: 'constructor' }, 'ballot-not-sound'],
    ['two answers', yesNo, { option: ['yes', 'no'] }, 'ballot-not-sound'],
    ['a number for an answer', plan({ kind: 'temperature' }), { option: 5 }, 'ballot-not-sound'],
    ['a degree there is not', plan({ kind: 'temperature' }), { option: '6' }, 'ballot-not-sound'],
    ['something besides', yesNo, { option: 'yes', weight: 2 }, 'ballot-not-sound'],
    ['the shape of another kind', yesNo, { options: ['yes'] }, 'ballot-not-sound'],
    ['nothing', yesNo, {}, 'ballot-not-sound'],
    ['null', yesNo, null, 'ballot-not-sound'],
    ['a list', yesNo, ['yes'], 'ballot-not-sound'],
    ['a text', yesNo, 'yes', 'ballot-not-sound'],
    ['a block without a reason', consent, { answer: 'block' }, 'reason-needed'],
    ['a block with an empty reason', consent, { answer: 'block', reason: ' ' }, 'reason-needed'],
    ['a block with a reason that nobody sees', consent, { answer: 'block', reason: '\u200b\u202e\0' }, 'reason-needed'],
    [
      'a reason that is too long',
      consent,
      { answer: 'block', reason: 'x'.repeat(consentReasonMax + 1) },
      'poll-text-too-long',
    ],
    ['a reason to agree', consent, { answer: 'agree', reason: 'ja' }, 'ballot-not-sound'],
    ['a reason that is no text', consent, { answer: 'block', reason: 3 }, 'ballot-not-sound'],
    ['none of several', of('multiple'), { options: [] }, 'ballot-not-sound'],
    ['more than one may choose', of('multiple', { dots: 2 }), { options: ['a', 'b', 'c'] }, 'ballot-not-sound'],
    ['the same twice', of('multiple'), { options: ['a', 'a'] }, 'ballot-not-sound'],
    ['an option there is not', of('multiple'), { options: ['a', 'x'] }, 'ballot-not-sound'],
    ['a pick twice', of('target_mix'), { options: ['a', 'a'] }, 'ballot-not-sound'],
    ['a dot too many', dots, { dots: { a: 3, b: 3 } }, 'ballot-not-sound'],
    ['no dots at all', dots, { dots: { a: 0 } }, 'ballot-not-sound'],
    ['fewer dots than none', dots, { dots: { a: 6, b: -1 } }, 'ballot-not-sound'],
    ['half a dot', dots, { dots: { a: 0.5 } }, 'ballot-not-sound'],
    ['dots as text', dots, { dots: { a: '1' } }, 'ballot-not-sound'],
    ['dots that are no number', dots, { dots: { a: NaN } }, 'ballot-not-sound'],
    ['dots for an option there is not', dots, { dots: { x: 1 } }, 'ballot-not-sound'],
    ['dots in a list', dots, { dots: [1, 2] }, 'ballot-not-sound'],
    ['an eleven', of('score'), { scores: { a: 11 } }, 'ballot-not-sound'],
    ['no score', of('score'), { scores: {} }, 'ballot-not-sound'],
    ['a place twice', of('rank'), { ranking: ['a', 'b', 'a'] }, 'ballot-not-sound'],
    ['no place', of('rank'), { ranking: [] }, 'ballot-not-sound'],
    ['a place for an option there is not', of('rank'), { ranking: ['a', 'x'] }, 'ballot-not-sound'],
  ])('is refused with %s', (_, of, raw, code) => {
    expect(soundChoices(of, raw)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('that is kept is sound once more, and says the same; whatever else comes in is refused, and never thrown at', () => {
    const seed = seedOfToday()
    console.info(`seed ${seed}`)
    fc.assert(
      fc.property(
        anyPlan.chain((of) => fc.tuple(fc.constant(of), anyChoices(of))),
        ([of, choices]) => {
          const again = soundChoices(of, JSON.parse(JSON.stringify(choices)))
          expect(again).toEqual({ ok: true, value: choices })
        },
      ),
      { seed },
    )
    fc.assert(
      fc.property(anyPlan, fc.object({ key: fc.constantFrom('option', 'options', 'dots', 'a') }), (of, raw) => {
        expect(() => soundChoices(of, raw)).not.toThrow()
      }),
      { seed },
    )
  })
})

it('[POLL-11] the reasons to block are read first, in an order that tells not whose they are', () => {
  const said = (answer: ConsentAnswer, reason: string | null): Choices => ({ answer, reason })
  const ballots = [said('concern', 'a'), said('block', 'z'), said('agree', null), said('block', 'b')]
  const reasons = [said('block', 'b'), said('block', 'z'), said('concern', 'a')]
  expect(reasonsIn(ballots)).toEqual(reasons)
  expect(reasonsIn(ballots.toReversed())).toEqual(reasons)
})

describe('[POLL-7] somebody may cast a ballot', () => {
  const five = people(5)
  const me = person('person-01')
  const open = onePoll(drafted(), opened(five, minutes(10)))
  const [void_] = after(drafted(), opened(five), voided) as [Poll]
  const byHand = [opened(five), entered({ yes: 1 }, [me])]
  const said = (poll: Poll, who = me, now: Instant = minutes(5)) => {
    const answer = mayCast(poll, who, now)
    return answer.ok ? 'yes' : answer.refusal
  }
  const refused = (code: string) => ({ code })

  it.each<[string, () => unknown, unknown]>([
    ['while the poll is open', () => said(open), 'yes'],
    ['a millisecond before its time is over', () => said(open, me, (minutes(10) - 1) as Instant), 'yes'],
    [
      'not when its time is over',
      () => said(open, me, minutes(10)),
      { code: 'poll-closed', at: minutes(10), now: minutes(10) },
    ],
    [
      'not a millisecond after',
      () => said(open, me, (minutes(10) + 1) as Instant),
      { code: 'poll-closed', at: minutes(10), now: minutes(10) + 1 },
    ],
    [
      'not once the Chef has closed it',
      () => said(onePoll(drafted(), opened(five, minutes(10)), closed)),
      { code: 'poll-closed', at: minutes(0), now: minutes(5) },
    ],
    ['not in a draft', () => said(onePoll(drafted())), refused('poll-not-open')],
    ['not in a void poll', () => said(void_), refused('poll-not-open')],
    ['not when they are not on the list', () => said(open, person('person-06')), refused('not-in-electorate')],
    ['not when their hand was counted', () => said(onePoll(drafted(), ...byHand)), refused('votes-by-hand')],
    ['not when it was confirmed', () => said(onePoll(drafted(), ...byHand, confirmed)), refused('votes-by-hand')],
    ['but when it was rejected', () => said(onePoll(drafted(), ...byHand, rejected)), 'yes'],
    [
      'also when the hand of another was counted',
      () => said(onePoll(drafted(), ...byHand), person('person-02')),
      'yes',
    ],
  ])('%s', (_, answer, expected) => {
    expect(answer()).toEqual(expected)
  })
})
