import { describe, expect, it } from 'vitest'
import type { Cents } from '../money.ts'
import { definitionHash, definitionOf } from './poll.ts'
import {
  pollKinds,
  optionsOf,
  pollDotsMax,
  pollExplanationMax,
  pollLabelMax,
  pollMinutesMax,
  pollQuestionMax,
  soundPlan,
  type PollPlan,
} from './poll-plan.ts'
import { drafted, hashOf, onePoll, options, plan } from './testing/a-poll.ts'

const ab = options('a', 'b')
const cents = (amount: number) => amount as Cents
const costed = ab.map((option) => ({ ...option, amount: cents(100_00) }))
const ofKind: { readonly [Kind in PollPlan['kind']]: Partial<PollPlan> } = {
  temperature: {},
  consent: {},
  yes_no: {},
  single: { options: ab },
  multiple: { options: ab },
  dots: { options: ab, dots: 3 },
  score: { options: ab },
  rank: { options: ab },
  target_mix: { options: costed, target: cents(150_00) },
}
const single = (more: Partial<PollPlan>): Partial<PollPlan> => ({ kind: 'single', options: ab, ...more })
const long = (length: number) => 'x'.repeat(length)
const label = (text: string) => [{ id: 'a', label: text, amount: null }, ...options('b')]

describe('[POLL-1] the plan of a poll', () => {
  it.each(pollKinds)('is sound for %s with what that kind needs', (kind) => {
    const whole = plan({ kind, ...ofKind[kind] })
    expect(soundPlan(whole)).toEqual({ ok: true, value: whole })
  })

  it.each<[string, Partial<PollPlan>]>([
    ['a question as long as it may be', { question: long(pollQuestionMax) }],
    ['an explanation as long as it may be', { explanation: long(pollExplanationMax) }],
    ['an option as long as it may be', single({ options: label(long(pollLabelMax)) })],
    ['thirty options', single({ options: options(...Array.from({ length: 30 }, (_, i) => `o-${i}`)) })],
    ['amounts that are only shown', single({ options: costed })],
    ['as many dots as there may be', { ...ofKind.dots, kind: 'dots', dots: pollDotsMax }],
    ['as many choices as there are options', { kind: 'multiple', options: ab, dots: 2 }],
    ['a quorum and a threshold of everybody', { quorum: 100, threshold: 100 }],
    ['a threshold of one percent', single({ threshold: 1 })],
    ['a closing time', { closesAfter: 1 }],
    ['the last closing time there is', { closesAfter: pollMinutesMax }],
  ])('may have %s', (_, more) => {
    expect(soundPlan(plan(more))).toEqual({ ok: true, value: plan(more) })
  })

  it.each<[string, Partial<PollPlan>, string]>([
    ['no question', { question: ' \u200b ' }, 'poll-question-empty'],
    ['a question that is too long', { question: long(pollQuestionMax + 1) }, 'poll-text-too-long'],
    ['an explanation that is too long', { explanation: long(pollExplanationMax + 1) }, 'poll-text-too-long'],
    ['an option that is too long', single({ options: label(long(pollLabelMax + 1)) }), 'poll-text-too-long'],
    ['nothing to choose from', single({ options: [] }), 'poll-options-number'],
    ['one option', single({ options: options('a') }), 'poll-options-number'],
    [
      'thirty-one options',
      single({ options: options(...Array.from({ length: 31 }, (_, i) => `o-${i}`)) }),
      'poll-options-number',
    ],
    ['two options with one text', single({ options: [...label('Optie B'), ...options()] }), 'poll-options-alike'],
    ['options beside those of its kind', { options: ab }, 'options'],
    ['an option without a text', single({ options: label(' ') }), 'options'],
    ['two options with one id', single({ options: [...label('x'), ...label('y')] }), 'options'],
    ['an id with a mark of the tally in it', single({ options: options('a>b', 'c') }), 'options'],
    ['an id that is no name in an object', single({ options: options('__proto__', 'c') }), 'options'],
    ['an option without an amount in a mix', { kind: 'target_mix', options: ab, target: cents(1) }, 'options'],
    [
      'an option that costs money in a mix',
      { kind: 'target_mix', options: ab.map((one) => ({ ...one, amount: cents(-5) })), target: cents(1) },
      'options',
    ],
    ['half a cent', single({ options: ab.map((one) => ({ ...one, amount: cents(0.5) })) }), 'options'],
    ['a mix without a target', { ...ofKind.target_mix, kind: 'target_mix', target: null }, 'target'],
    ['a target of nothing', { ...ofKind.target_mix, kind: 'target_mix', target: cents(0) }, 'target'],
    ['a target elsewhere', single({ target: cents(1) }), 'target'],
    ['dots without a number', { kind: 'dots', options: ab }, 'dots'],
    ['no dots', { kind: 'dots', options: ab, dots: 0 }, 'dots'],
    ['too many dots', { kind: 'dots', options: ab, dots: pollDotsMax + 1 }, 'dots'],
    ['dots elsewhere', single({ dots: 3 }), 'dots'],
    ['more choices than options', { kind: 'multiple', options: ab, dots: 3 }, 'dots'],
    ['a quorum of nobody', { quorum: 0 }, 'quorum'],
    ['a quorum of more than everybody', { quorum: 101 }, 'quorum'],
    ['a quorum of half a percent', { quorum: 0.5 }, 'quorum'],
    ['a threshold of nothing', { threshold: 0 }, 'threshold'],
    ['a threshold of more than everything', { threshold: 101 }, 'threshold'],
    ['a threshold where a share means nothing', { kind: 'rank', options: ab, threshold: 50 }, 'threshold'],
    ['no time at all', { closesAfter: 0 }, 'closesAfter'],
    ['more time than two weeks', { closesAfter: pollMinutesMax + 1 }, 'closesAfter'],
  ])('may not have %s', (_, more, why) => {
    const answer = soundPlan(plan(more))
    if (answer.ok) throw new Error('it was found sound')
    const { refusal } = answer
    expect(refusal.code === 'poll-plan-not-sound' ? refusal.field : refusal.code).toBe(why)
  })

  it('is kept without what cannot be seen, and its explanation keeps its lines', () => {
    const answer = soundPlan(
      plan(
        single({
          question: ' Dicht \u202e op\nmaandag? ',
          explanation: '\none  line\r\n\r\nanother \n',
          options: label(' A  a '),
        }),
      ),
    )
    expect(answer).toMatchObject({
      ok: true,
      value: { question: 'Dicht op maandag?', explanation: 'one line\n\nanother', options: [{ label: 'A a' }, {}] },
    })
  })

  it('[POLL-10] shows nothing of a secret poll before it is published, whatever was asked', () => {
    expect(soundPlan(plan({ visibility: 'secret', reveal: 'live' }))).toMatchObject({
      ok: true,
      value: { reveal: 'on_publish' },
    })
  })

  it('names what can be chosen, in order', () => {
    expect(optionsOf(plan({ kind: 'consent' }))).toEqual(['agree', 'stand_aside', 'concern', 'block'])
    expect(optionsOf(plan(single({ options: options('b', 'a') })))).toEqual(['b', 'a'])
  })
})

describe('[POLL-2] the hash of what people vote about', () => {
  const hash = (more: Partial<PollPlan>) => definitionHash(definitionOf(onePoll(drafted(more))), hashOf)

  it.each<[string, Partial<PollPlan>]>([
    ['the question', { question: 'Iets anders?' }],
    ['the explanation', { explanation: 'x' }],
    ['the kind', { kind: 'temperature' }],
    ['an option', { options: ab }],
    ['who sees what', { visibility: 'named' }],
    ['when they see it', { reveal: 'live' }],
    ['who may vote', { requiresPresence: true }],
    ['the quorum', { quorum: 50 }],
    ['the threshold', { threshold: 50 }],
    ['the dots', { dots: 2 }],
    ['the target', { target: cents(1) }],
    ['the time', { closesAfter: 2 }],
  ])('is another when %s is', (_, more) => {
    expect(hash(more)).not.toBe(hash({}))
  })

  it('has nothing to do with what happens to the poll', () => {
    const poll = onePoll(drafted())
    expect(definitionOf({ ...poll, state: 'closed', hands: [] })).toEqual(definitionOf(poll))
  })
})
