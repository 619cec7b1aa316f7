import { describe, expect, it } from 'vitest'
import type { QuestionId } from '../ids.ts'
import { applyQuestion, questionsEach, questionsMax, waitsForLead, type QuestionCommand } from './question.ts'
import { begin, Evening, said } from './testing/an-evening.ts'

const id = (name: string) => name as QuestionId
const ask = (name: string, change: { text?: string; anonymous?: boolean } = {}): QuestionCommand => ({
  type: 'question:ask',
  question: id(name),
  kind: 'question',
  text: 'Wat kost het zwembad?',
  anonymous: false,
  ...change,
})
const about = <Type extends 'question:answer' | 'question:postpone' | 'question:reopen' | 'question:show'>(
  type: Type,
  name = 'q',
): QuestionCommand => ({ type, question: id(name) })
const hide = (reason = 'Dit gaat over een persoon'): QuestionCommand => ({
  type: 'question:hide',
  question: id('q'),
  reason,
})
const appeal = (reason = 'Het gaat over geld'): QuestionCommand => ({
  type: 'question:appeal',
  question: id('q'),
  reason,
})
const settle = (verdict: 'upheld' | 'restored', reason = 'Gelezen'): QuestionCommand => ({
  type: 'question:settle',
  question: id('q'),
  verdict,
  reason,
})
/** A question of Ann's, and what was done to it. */
type Deed = readonly [who: string, command: QuestionCommand]
const asked = (...deeds: readonly Deed[]) => {
  const evening = new Evening().opens().comes('ann')
  evening.does('ann', ask('q'))
  for (const [who, command] of deeds) evening.does(who, command)
  return evening
}
const question = ({ now }: Evening) => now.questions[0]
const hidden: Deed = ['chef', hide()]
const appealed: readonly Deed[] = [hidden, ['ann', appeal()]]
const restored: readonly Deed[] = [...appealed, ['lead', settle('restored')]]
const upheld: readonly Deed[] = [...appealed, ['lead', settle('upheld')]]

describe('[QUESTION-1] somebody asks', () => {
  it.each<[string, QuestionCommand, string | readonly string[]]>([
    ['something', ask('x'), ['question:asked']],
    ['the same twice', ask('q'), []],
    ['nothing', ask('x', { text: ' \n ' }), 'text-empty'],
    ['nothing that can be seen', ask('x', { text: '\u200B\u202E' }), 'text-empty'],
    ['with 500 letters', ask('x', { text: 'a'.repeat(500) }), ['question:asked']],
    ['with 501', ask('x', { text: 'a'.repeat(501) }), 'text-too-long'],
  ])('%s → %j', (_, command, expected) => {
    expect(said(asked().asks('ann', command))).toEqual(expected)
  })

  it('on several lines, without what cannot be seen', () => {
    expect(asked().asks('bea', ask('x', { text: ' een\u202E  \n twee ' }))).toMatchObject({
      value: [{ text: 'een\ntwee' }],
    })
  })

  it('thirty times at most', () => {
    const evening = new Evening().opens()
    for (let number = 0; number < questionsEach; number += 1) evening.does('ann', ask(`${number}`))
    expect(evening.asks('ann', ask('one more'))).toMatchObject({ refusal: { code: 'too-many', max: 30 } })
    expect(said(evening.asks('bea', ask('one more')))).toEqual(['question:asked'])
  })

  it('and all together five hundred times', () => {
    const questions = Array.from({ length: questionsMax }, (_, number) => ({ id: id(`${number}`) }))
    const evening = new Evening().opens()
    evening.now = { ...evening.now, questions: questions as never }
    expect(evening.asks('ann', ask('one more'))).toMatchObject({ refusal: { code: 'too-many', max: questionsMax } })
  })

  it('while the meeting is going on, breaks too', () => {
    expect(said(new Evening().asks('ann', ask('x')))).toBe('meeting-not-running')
    expect(said(asked().pauses().asks('ann', ask('x')))).toEqual(['question:asked'])
    expect(said(asked().closes().asks('ann', ask('x')))).toBe('meeting-not-running')
  })
})

describe('[QUESTION-2] an unsigned question', () => {
  it('has nobody', () => {
    const evening = new Evening().opens()
    evening.does('ann', ask('q', { anonymous: true }))
    expect(question(evening)).toMatchObject({ person: null })
    expect(JSON.stringify(evening.asks('ann', ask('x', { anonymous: true })))).not.toContain('ann')
  })

  it('is nobody’s to appeal for', () => {
    const evening = new Evening().opens()
    evening.does('ann', ask('q', { anonymous: true }))
    evening.does(...hidden)
    expect(said(evening.asks('ann', appeal()))).toBe('question-not-found')
  })
})

describe('[QUESTION-3] the Chef', () => {
  it.each<[string, QuestionCommand, string | readonly string[], string]>([
    ['answers it', about('question:answer'), ['question:answered'], 'answered'],
    ['keeps it for later', about('question:postpone'), ['question:postponed'], 'postponed'],
    ['opens it that is open', about('question:reopen'), [], 'open'],
    ['answers another', about('question:answer', 'x'), 'question-not-found', 'open'],
  ])('%s', (_, command, expected, state) => {
    const evening = asked()
    expect(said(evening.does('chef', command))).toEqual(expected)
    expect(question(evening)?.state).toBe(state)
    if (state !== 'open') expect(said(evening.asks('chef', command)), 'twice is once').toEqual([])
    expect(said(asked().asks('bea', command))).toBe('not-for-your-role')
  })

  it('opens it again', () => {
    const evening = asked(['chef', about('question:answer')], ['chef', about('question:reopen')])
    expect(question(evening)?.state).toBe('open')
  })
})

describe('[MODERATE-1] a question goes out of sight', () => {
  it('with a reason, and nothing of it is lost', () => {
    const evening = asked(hidden)
    expect(question(evening)).toMatchObject({
      text: 'Wat kost het zwembad?',
      hidden: { reason: 'Dit gaat over een persoon', appeal: null, upheld: null },
    })
    expect(said(evening.asks('chef', hide('Nog een keer'))), 'twice is once').toEqual([])
    expect(said(asked().asks('chef', hide(' ')))).toBe('reason-needed')
    expect(said(asked().asks('chef', hide('a'.repeat(301))))).toBe('text-too-long')
    expect(said(asked().asks('bea', hide()))).toBe('not-for-your-role')
  })

  it('and comes back', () => {
    const evening = asked(hidden, ['chef', about('question:show')])
    expect(question(evening)?.hidden).toBeNull()
    expect(said(evening.asks('chef', about('question:show')))).toEqual([])
    expect(said(evening.asks('chef', hide()))).toEqual(['question:hidden'])
  })

  it('after the meeting too', () => {
    expect(said(asked().closes().asks('chef', hide()))).toEqual(['question:hidden'])
  })
})

describe('[MODERATE-3] whoever asked does not agree', () => {
  it.each<[string, readonly Deed[], string, QuestionCommand, string | readonly string[]]>([
    ['and says so', [hidden], 'ann', appeal(), ['question:appealed']],
    ['and says so twice', [...appealed], 'ann', appeal(), []],
    ['and does not say why', [hidden], 'ann', appeal(' '), 'reason-needed'],
    ['somebody else does not say it for them', [hidden], 'bea', appeal(), 'question-not-found'],
    ['with what can be seen there is nothing to say', [], 'ann', appeal(), 'question-not-found'],
    ['the lead says who is right', [...appealed], 'lead', settle('restored'), ['question:settled']],
    ['the lead says why', [...appealed], 'lead', settle('restored', ''), 'reason-needed'],
    ['the lead says nothing unasked', [hidden], 'lead', settle('restored'), 'no-appeal'],
    ['the Chef does not', [...appealed], 'chef', settle('upheld'), 'not-for-your-role'],
    ['the lead says it twice: it stays hidden', [...upheld], 'lead', settle('upheld'), []],
    ['the lead says it twice: it is back', [...restored], 'lead', settle('restored'), []],
    ['the lead does not turn round', [...upheld], 'lead', settle('restored'), 'lead-has-decided'],
    [
      'the Chef does not show what the lead keeps hidden',
      [...upheld],
      'chef',
      about('question:show'),
      'lead-has-decided',
    ],
    ['the Chef does not hide what the lead has put back', [...restored], 'chef', hide(), 'lead-has-decided'],
    ['the Chef gives in first', [...appealed], 'chef', about('question:show'), ['question:shown']],
  ])('%s', (_, deeds, who, command, expected) => {
    expect(said(asked(...deeds).asks(who, command))).toEqual(expected)
  })

  it.each<[string, readonly Deed[], boolean]>([
    ['nothing was hidden', [], false],
    ['nobody appealed', [hidden], false],
    ['somebody appealed', [...appealed], true],
    ['the Chef gave in first', [...appealed, ['chef', about('question:show')]], false],
    ['it was upheld', [...upheld], false],
    ['it was restored', [...restored], false],
  ])('and it waits for the lead, when %s: %j', (_, deeds, waits) => {
    expect(asked(...deeds).now.questions.some(waitsForLead)).toBe(waits)
  })

  it('upheld: it stays out of sight, with what everybody said', () => {
    expect(question(asked(...upheld))?.hidden).toMatchObject({
      reason: 'Dit gaat over een persoon',
      appeal: { reason: 'Het gaat over geld' },
      upheld: { reason: 'Gelezen' },
    })
  })

  it('restored: it is back, and what everybody said stays to be read', () => {
    expect(question(asked(...restored))).toMatchObject({
      hidden: null,
      restored: {
        reason: 'Gelezen',
        hidden: { reason: 'Dit gaat over een persoon', appeal: { reason: 'Het gaat over geld' } },
      },
    })
  })

  it('after the meeting too', () => {
    const evening = asked(hidden).closes()
    evening.does('ann', appeal())
    expect(said(evening.does('lead', settle('restored')))).toEqual(['question:settled'])
  })
})

it('[EVENING-1] what a later version says of a question changes nothing here', () => {
  const { questions } = asked().now
  expect(applyQuestion(questions, { type: 'question:praised', question: id('q') } as never, begin)).toEqual(questions)
})
