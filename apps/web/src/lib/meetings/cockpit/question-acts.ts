import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Cockpit, Order } from './cockpit.svelte.ts'
import type { QuestionAtDesk } from './questions-at-desk.ts'

type Done = Promise<CommandFailure | null>

/** Whatever happens to a question can be taken back by what it was before. */
const backTo = (cockpit: Cockpit, { id: question, state }: QuestionAtDesk): readonly Order[] => [
  cockpit.order(
    ({ open: 'question:reopen', answered: 'question:answer', postponed: 'question:postpone' } as const)[state],
    { question },
  ),
]

export const answerQuestion = (cockpit: Cockpit, question: QuestionAtDesk): Done =>
  cockpit.act(cockpit.order('question:answer', { question: question.id }), {
    said: cockpit.texts.questions.saidAnswered,
    undo: backTo(cockpit, question),
  })

export const laterQuestion = (cockpit: Cockpit, question: QuestionAtDesk): Done =>
  cockpit.act(cockpit.order('question:postpone', { question: question.id }), {
    said: cockpit.texts.questions.saidLater,
    undo: backTo(cockpit, question),
  })

export const reopenQuestion = (cockpit: Cockpit, question: QuestionAtDesk): Done =>
  cockpit.act(cockpit.order('question:reopen', { question: question.id }), {
    said: cockpit.texts.questions.saidOpen,
    undo: backTo(cockpit, question),
  })

/** Out of sight, never away (MODERATE-1). */
export const hideQuestion = (cockpit: Cockpit, { id: question }: QuestionAtDesk, reason: string): Done =>
  cockpit.act(
    cockpit.order('question:hide', { question, reason }),
    { said: cockpit.texts.questions.saidHidden, undo: [cockpit.order('question:show', { question })] },
    { quietly: true },
  )

/** No word to explain (WORD-2). */
export const strikeWord = (cockpit: Cockpit, word: string, reason: string): Done =>
  cockpit.act(
    cockpit.order('word:strike', { word, reason }),
    { said: cockpit.texts.questions.saidStruck(word), undo: [cockpit.order('word:restore', { word })] },
    { quietly: true },
  )

export const restoreWord = (cockpit: Cockpit, { word, reason }: { word: string; reason: string }): Done =>
  cockpit.act(cockpit.order('word:restore', { word }), {
    said: cockpit.texts.questions.saidRestored(word),
    undo: [cockpit.order('word:strike', { word, reason })],
  })

export const showQuestion = (cockpit: Cockpit, { id: question, hidden }: QuestionAtDesk): Done =>
  cockpit.act(cockpit.order('question:show', { question }), {
    said: cockpit.texts.questions.saidShown,
    undo: hidden ? [cockpit.order('question:hide', { question, reason: hidden.reason })] : [],
  })
