import type { DeskView, HallView, QuestionShown } from '@witboek/contract'
import type { Hiding, Instant, QuestionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { questionsIn } from './questions-at-desk.ts'

const hidden: Hiding = { reason: 'scheldt', at: 1 as Instant, appeal: null, upheld: null }

const inHall = (id: string, state: QuestionShown['state'], more: Partial<QuestionShown> = {}): QuestionShown => ({
  ...{ id: id as QuestionId, kind: 'question', text: `${id}?`, name: 'Noor', at: 1 as Instant, state, hiddenFor: null },
  ...more,
})
const hall = (questions: readonly QuestionShown[]) => ({ questions }) as HallView
const desk = (questions: DeskView['questions']) => ({ questions }) as DeskView

describe('[MODERATE-1] questions at the desk', () => {
  it('are in a list by what became of them, and what is out of sight can still be read there', () => {
    const lists = questionsIn(
      hall([
        inHall('open', 'open'),
        inHall('answered', 'answered'),
        inHall('later', 'postponed'),
        inHall('rude', 'open', { text: null, name: null, hiddenFor: 'scheldt' }),
      ]),
      desk([{ id: 'rude' as QuestionId, text: 'rude!', name: 'Tom', hidden }]),
    )
    const ids = Object.entries(lists).map(([list, questions]) => [list, questions.map(({ text }) => text)])
    expect(Object.fromEntries(ids)).toEqual({
      open: ['open?'],
      answered: ['answered?'],
      postponed: ['later?'],
      hidden: ['rude!'],
    })
    expect(lists.hidden[0]).toMatchObject({ name: 'Tom', hidden })
  })

  it('are shown with what there is while one of the two views has not come yet', () => {
    expect(questionsIn(hall([inHall('new', 'open')]), desk([])).open).toMatchObject([{ text: 'new?', name: 'Noor' }])
    expect(questionsIn(hall([]), desk([{ id: 'x' as QuestionId, text: 'x', name: null, hidden: null }])).open).toEqual(
      [],
    )
    expect(questionsIn(hall([inHall('new', 'open')]), null).open).toHaveLength(1)
  })
})
