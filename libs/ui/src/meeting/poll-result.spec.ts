import { outcomeOf, sumOfSlots, slotsOf, type Cents, type Choices, type PollPlan } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { choiceWords } from './ballot-words.ts'
import { barsOf, longest, verdictWords } from './poll-result.ts'

const option = (id: string, label: string, amount: number | null = null) => ({
  id,
  label,
  amount: amount as Cents | null,
})
const plan = (more: Partial<PollPlan>): PollPlan => ({
  question: 'Wat vindt u?',
  explanation: '',
  kind: 'single',
  options: [option('a', 'Zwembad'), option('b', 'Sporthal'), option('c', 'Velden')],
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
const resultOf = (poll: PollPlan, ballots: readonly Choices[], entitled = 10) =>
  outcomeOf(poll, sumOfSlots(ballots.map((choices) => slotsOf(poll, choices))), ballots.length, entitled)

describe('[POLL-11] the result of a poll, shown', () => {
  it('has a bar for each option, as long as its share of those who voted', () => {
    const poll = plan({})
    const bars = barsOf(
      poll,
      resultOf(poll, [{ option: 'a' }, { option: 'a' }, { option: 'b' }, { option: 'a' }]),
      'nl',
    )
    expect(bars.map(({ words, number, length, won }) => [words, number, length, won])).toEqual([
      ['Zwembad', '3 stemmen, 75%', 75, true],
      ['Sporthal', '1 stem, 25%', 25, false],
      ['Velden', '0 stemmen, 0%', 0, false],
    ])
  })

  it('[POLL-12] decides nothing while counted hands wait for a second person', () => {
    const poll = plan({ kind: 'yes_no', options: [] })
    const result = resultOf(poll, [{ option: 'no' }])
    const [closed, waits] = [
      { ...poll, state: 'closed', handsToCheck: 0 },
      { ...poll, state: 'closed', handsToCheck: 1 },
    ] as const
    expect(barsOf(waits, result, 'nl').some(({ won }) => won)).toBe(false)
    expect(verdictWords(waits, result, 'nl')).toEqual([
      'Tussenstand',
      'Er zijn ook handen geteld. Die tellen na controle mee.',
    ])
    expect(barsOf(closed, result, 'nl').some(({ won }) => won)).toBe(true)
    expect(verdictWords(closed, result, 'nl')[0]).toBe('Gekozen: Nee.')
  })

  it('says in words what was decided, and by what rule', () => {
    const poll = plan({ quorum: 50, threshold: 60 })
    expect(verdictWords(poll, resultOf(poll, [{ option: 'a' }, { option: 'b' }, { option: 'c' }]), 'nl')[0]).toBe(
      'Te weinig mensen stemden. Er is geen besluit.',
    )
    const ballots: Choices[] = [...'aaaab'].map((id) => ({ option: id }))
    expect(verdictWords(poll, resultOf(poll, ballots), 'nl')).toEqual([
      'Gekozen: Zwembad.',
      'De opkomst is genoeg: er is 50% nodig.',
      'Nodig: 60% van de stemmen.',
    ])
    expect(verdictWords(plan({}), resultOf(plan({}), [{ option: 'a' }, { option: 'c' }]), 'en')[0]).toBe(
      'Equal: Zwembad and Velden. There is no decision.',
    )
    expect(verdictWords(poll, resultOf(poll, []), 'nl')).toEqual(['Er zijn geen stemmen.'])
  })

  it('decides nothing while people vote', () => {
    const poll = { ...plan({}), state: 'open' as const }
    const result = resultOf(poll, [{ option: 'a' }])
    expect(verdictWords(poll, result, 'nl')).toEqual(['Tussenstand'])
    expect(barsOf(poll, result, 'nl').some(({ won }) => won)).toBe(false)
  })

  it('of a ranking stands in the order it led to, and names who beats each other one', () => {
    const poll = plan({ kind: 'rank' })
    const result = resultOf(poll, [
      { ranking: ['b', 'c', 'a'] },
      { ranking: ['b', 'a', 'c'] },
      { ranking: ['c', 'b', 'a'] },
    ])
    expect(barsOf(poll, result, 'nl').map(({ words }) => words)).toEqual(['Sporthal', 'Velden', 'Zwembad'])
    expect(verdictWords(poll, result, 'nl')).toContain('Sporthal wint van elke andere mogelijkheid apart.')
  })

  it('of very many options shows those with the most, in the order they have', () => {
    const bars = barsOf(plan({}), resultOf(plan({}), [{ option: 'c' }, { option: 'c' }, { option: 'a' }]), 'nl')
    expect(longest(bars, 2).map(({ option }) => option)).toEqual(['a', 'c'])
    expect(longest(bars, 3)).toEqual(bars)
  })

  it('of a mix says what the chosen ones bring together', () => {
    const poll = plan({
      kind: 'target_mix',
      target: 100_000_00 as Cents,
      options: [option('a', 'Zwembad', 80_000_00), option('b', 'Sporthal', 50_000_00)],
    })
    const result = resultOf(poll, [{ options: ['a', 'b'] }, { options: ['a'] }])
    expect(barsOf(poll, result, 'nl').every(({ won }) => won)).toBe(true)
    expect(verdictWords(poll, result, 'nl')).toEqual([
      'Gekozen: Zwembad en Sporthal.',
      'De gekozen voorstellen brengen € 130.000 op, van € 100.000.'.replaceAll('€ ', '€\u00a0'),
    ])
  })

  it('of a mix that decides nothing calls nothing chosen', () => {
    const poll = plan({
      kind: 'target_mix',
      target: 50_000_00 as Cents,
      options: [option('a', 'Zwembad', 60_000_00), option('b', 'Sporthal', 60_000_00)],
    })
    const result = resultOf(poll, [{ options: ['a'] }, { options: ['b'] }])
    expect(barsOf(poll, result, 'nl').some(({ won }) => won)).toBe(false)
    expect(verdictWords(poll, result, 'nl')).toEqual(['Gelijk: Zwembad en Sporthal. Er is geen besluit.'])
  })

  it('of marks shows the sum that decides, and the average beside it', () => {
    const poll = plan({ kind: 'score' })
    const result = resultOf(poll, [{ scores: { a: 7, b: 9 } }, { scores: { a: 8 } }])
    expect(barsOf(poll, result, 'nl').map(({ number }) => number)).toEqual([
      '15 punten, gemiddeld 7,5',
      '9 punten, gemiddeld 9',
      'geen cijfer',
    ])
  })

  it('of a temperature has a word for the average', () => {
    const poll = plan({ kind: 'temperature', options: [] })
    expect(verdictWords(poll, resultOf(poll, [{ option: '4' }, { option: '5' }]), 'nl')).toEqual([
      'Gemiddeld 4,5: heet.',
    ])
  })
})

describe('a ballot in words', () => {
  it.each<[Partial<PollPlan>, Choices, readonly string[]]>([
    [{}, { option: 'b' }, ['Sporthal']],
    [{ kind: 'temperature', options: [] }, { option: '2' }, ['2: fris']],
    [{ kind: 'yes_no', options: [] }, { option: 'abstain' }, ['Geen van beide']],
    [{ kind: 'consent', options: [] }, { answer: 'block', reason: 'te duur' }, ['Ik kan hier niet mee leven: te duur']],
    [{ kind: 'multiple' }, { options: ['a', 'c'] }, ['Zwembad', 'Velden']],
    [{ kind: 'target_mix' }, { options: [] }, ['–']],
    [{ kind: 'dots' }, { dots: { c: 2, a: 1 } }, ['Zwembad: 1 stip', 'Velden: 2 stippen']],
    [{ kind: 'score' }, { scores: { b: 0 } }, ['Sporthal: 0']],
    [{ kind: 'rank' }, { ranking: ['c', 'a'] }, ['1. Velden', '2. Zwembad']],
  ])('%j %j', (more, choices, words) => {
    expect(choiceWords(plan(more), choices, 'nl')).toEqual(words)
  })
})
