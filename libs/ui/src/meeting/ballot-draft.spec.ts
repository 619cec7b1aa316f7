import type { Cents, Choices, PollKind, PollPlan } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import {
  ballotIn,
  blankDraft,
  castsAtOnce,
  dotsLeft,
  draftOf,
  isBlank,
  isSaved,
  moved,
  sumOfChosen,
  withDots,
} from './ballot-draft.ts'

const plan = (kind: PollKind, more: Partial<PollPlan> = {}): PollPlan => ({
  question: 'Wat vindt u?',
  explanation: '',
  kind,
  options: ['a', 'b', 'c'].map((id, i) => ({ id, label: id, amount: ((i + 1) * 1_000) as Cents })),
  visibility: 'open',
  reveal: 'live',
  requiresPresence: false,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
  ...more,
})

describe('[POLL-8] a ballot that is being filled in', () => {
  it.each<[PollPlan, Choices]>([
    [plan('temperature', { options: [] }), { option: '4' }],
    [plan('consent', { options: [] }), { answer: 'block', reason: 'te duur' }],
    [plan('consent', { options: [] }), { answer: 'concern', reason: null }],
    [plan('multiple'), { options: ['a', 'c'] }],
    [plan('target_mix', { target: 2_000 as Cents }), { options: [] }],
    [plan('dots', { dots: 5 }), { dots: { a: 2, b: 3 } }],
    [plan('score'), { scores: { a: 0, c: 10 } }],
    [plan('rank'), { ranking: ['c', 'a'] }],
  ])('goes on from what was cast: %j', (poll, choices) => {
    const draft = draftOf(choices)
    expect(ballotIn(poll, draft)).toEqual({ ok: true, value: choices })
    expect(isSaved(poll, draft, choices)).toBe(true)
    expect(isSaved(poll, draft, null)).toBe(false)
  })

  it('is none before anything is chosen, and a block is none without its reason', () => {
    expect(isBlank(blankDraft)).toBe(true)
    expect(ballotIn(plan('single'), blankDraft).ok).toBe(false)
    expect(ballotIn(plan('rank'), blankDraft).ok).toBe(false)
    const block = { ...blankDraft, option: 'block' }
    expect(ballotIn(plan('consent', { options: [] }), block)).toMatchObject({ refusal: { code: 'reason-needed' } })
  })

  it('forgets the reason of an answer that takes none', () => {
    const agreed = { ...blankDraft, option: 'agree', reason: 'was eerst een zorg' }
    expect(ballotIn(plan('consent', { options: [] }), agreed)).toEqual({
      ok: true,
      value: { answer: 'agree', reason: null },
    })
  })

  it('is known to differ from what was cast', () => {
    const poll = plan('dots', { dots: 3 })
    expect(isSaved(poll, { ...blankDraft, numbers: { b: 1, a: 1 } }, { dots: { a: 1, b: 1 } })).toBe(true)
    expect(isSaved(poll, { ...blankDraft, numbers: { b: 2, a: 1 } }, { dots: { a: 1, b: 1 } })).toBe(false)
  })
})

describe('[POLL-8] one tap', () => {
  it.each<[PollKind, string, boolean]>([
    ['temperature', '3', true],
    ['yes_no', 'abstain', true],
    ['single', 'a', true],
    ['consent', 'stand_aside', true],
    ['consent', 'block', false],
    ['consent', 'concern', false],
    ['multiple', 'a', false],
  ])('casts a %s for %s at once: %s; in secret never', (kind, option, atOnce) => {
    expect(castsAtOnce({ kind, visibility: 'open' }, option)).toBe(atOnce)
    expect(castsAtOnce({ kind, visibility: 'named' }, option)).toBe(atOnce)
    expect(castsAtOnce({ kind, visibility: 'secret' }, option)).toBe(false)
  })
})

describe('dots, ranks and sums', () => {
  it('gives no more dots than there are, and takes no more back than were given', () => {
    const poll = plan('dots', { dots: 2 })
    const one = { ...blankDraft, numbers: withDots(poll, blankDraft, 'a', 1) }
    const two = { ...blankDraft, numbers: withDots(poll, one, 'b', 1) }
    expect(two.numbers).toEqual({ a: 1, b: 1 })
    expect(dotsLeft(poll, two.numbers)).toBe(0)
    expect(withDots(poll, two, 'a', 1)).toEqual(two.numbers)
    expect(withDots(poll, two, 'a', -1)).toEqual({ b: 1 })
    expect(withDots(poll, blankDraft, 'a', -1)).toEqual({})
  })

  it('moves an option one place, and not over the edge', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })

  it('adds up what was chosen', () => {
    expect(sumOfChosen(plan('target_mix'), ['a', 'c'])).toBe(4_000)
  })
})
