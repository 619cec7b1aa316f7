import type { Instant, PersonId, QuestionId } from '../ids.ts'
import { severalLines } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'

/** What people put to everybody from their phone. */
export const questionKinds = ['question', 'comment'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A question or a comment (vraag of opmerking) of somebody at the meeting. */
export interface Question {
  readonly id: QuestionId
  readonly kind: QuestionKind
  readonly text: string
  /** Who asked; `null`: they chose not to say (QUESTION-2). */
  readonly person: PersonId | null
  readonly at: Instant
  readonly state: 'open' | 'answered' | 'postponed'
  /** Taken out of sight, never away (MODERATE-1); `null`: everybody reads it. */
  readonly hidden: Hiding | null
  /** The lead has put it back: a Chef does not hide it again (MODERATE-3). `null`: nobody had to. */
  readonly restored: Restoring | null
}

export interface Hiding {
  readonly reason: string
  readonly at: Instant
  /** The one who asked does not agree, and the lead says who is right. */
  readonly appeal: { readonly reason: string; readonly at: Instant } | null
  /** What the lead said, once: the question stays hidden. Otherwise it is back. */
  readonly upheld: { readonly reason: string; readonly at: Instant } | null
}

/** What the lead said when it came back, and what had been said before. */
interface Restoring {
  readonly reason: string
  readonly at: Instant
  readonly hidden: Hiding
}

export type QuestionFact =
  | {
      readonly type: 'question:asked'
      readonly question: QuestionId
      readonly kind: QuestionKind
      readonly text: string
      readonly person: PersonId | null
    }
  | { readonly type: 'question:answered'; readonly question: QuestionId }
  | { readonly type: 'question:postponed'; readonly question: QuestionId }
  | { readonly type: 'question:reopened'; readonly question: QuestionId }
  | { readonly type: 'question:hidden'; readonly question: QuestionId; readonly reason: string }
  /** The Chef shows it again. */
  | { readonly type: 'question:shown'; readonly question: QuestionId }
  | { readonly type: 'question:appealed'; readonly question: QuestionId; readonly reason: string }
  | {
      readonly type: 'question:settled'
      readonly question: QuestionId
      readonly verdict: 'upheld' | 'restored'
      readonly reason: string
    }

export type QuestionCommand =
  | {
      readonly type: 'question:ask'
      readonly question: QuestionId
      readonly kind: QuestionKind
      readonly text: string
      readonly anonymous: boolean
    }
  | { readonly type: 'question:answer'; readonly question: QuestionId }
  | { readonly type: 'question:postpone'; readonly question: QuestionId }
  | { readonly type: 'question:reopen'; readonly question: QuestionId }
  | { readonly type: 'question:hide'; readonly question: QuestionId; readonly reason: string }
  | { readonly type: 'question:show'; readonly question: QuestionId }
  | { readonly type: 'question:appeal'; readonly question: QuestionId; readonly reason: string }
  | {
      readonly type: 'question:settle'
      readonly question: QuestionId
      readonly verdict: 'upheld' | 'restored'
      readonly reason: string
    }

export const questionTextMax = 500
export const questionsMax = 500
export const reasonMax = 300

/** In one meeting somebody asks at most so many. */
export const questionsEach = 30

export function askQuestion(
  questions: readonly Question[],
  { question: id, kind, text, anonymous }: Extract<QuestionCommand, { type: 'question:ask' }>,
  person: PersonId,
): Result<readonly QuestionFact[]> {
  if (questions.some((question) => question.id === id)) return ok([])
  const own = questions.filter((question) => question.person === person).length
  if (own >= questionsEach) return refuse({ code: 'too-many', max: questionsEach })
  if (questions.length >= questionsMax) return refuse({ code: 'too-many', max: questionsMax })
  const words = sound(text, questionTextMax)
  if (!words.ok) return words
  return ok([{ type: 'question:asked', question: id, kind, text: words.value, person: anonymous ? null : person }])
}

/** What the Chef does with a question: nothing is ever deleted (MODERATE-1). */
export function leadQuestion(
  questions: readonly Question[],
  command: Extract<
    QuestionCommand,
    { type: 'question:answer' | 'question:postpone' | 'question:reopen' | 'question:hide' | 'question:show' }
  >,
): Result<readonly QuestionFact[]> {
  const question = questions.find(({ id }) => id === command.question)
  if (!question) return refuse({ code: 'question-not-found' })
  switch (command.type) {
    case 'question:answer':
      return ok(question.state === 'answered' ? [] : [{ type: 'question:answered', question: question.id }])
    case 'question:postpone':
      return ok(question.state === 'postponed' ? [] : [{ type: 'question:postponed', question: question.id }])
    case 'question:reopen':
      return ok(question.state === 'open' ? [] : [{ type: 'question:reopened', question: question.id }])
    case 'question:hide': {
      if (question.hidden) return ok([])
      if (question.restored) return refuse({ code: 'lead-has-decided' })
      const reason = sound(command.reason, reasonMax, 'reason-needed')
      return reason.ok ? ok([{ type: 'question:hidden', question: question.id, reason: reason.value }]) : reason
    }
    case 'question:show':
      // What the lead has decided is not for the Chef to undo (MODERATE-3).
      if (question.hidden?.upheld) return refuse({ code: 'lead-has-decided' })
      return ok(question.hidden ? [{ type: 'question:shown', question: question.id }] : [])
  }
}

/**
 * Who asked does not agree with what a Chef took out of sight: once, to the lead (MODERATE-3). An unsigned question has nobody
 * to say that.
 */
export function appealHiding(
  questions: readonly Question[],
  { question: id, reason }: Extract<QuestionCommand, { type: 'question:appeal' }>,
  person: PersonId,
): Result<readonly QuestionFact[]> {
  const question = questions.find((other) => other.id === id)
  if (question?.person !== person || !question.hidden) return refuse({ code: 'question-not-found' })
  if (question.hidden.appeal) return ok([])
  if (question.hidden.upheld) return refuse({ code: 'lead-has-decided' })
  const words = sound(reason, reasonMax, 'reason-needed')
  return words.ok ? ok([{ type: 'question:appealed', question: id, reason: words.value }]) : words
}

/** The lead has not said yet who is right. */
export const waitsForLead = ({ hidden }: Pick<Question, 'hidden'>): boolean =>
  hidden !== null && hidden.appeal !== null && hidden.upheld === null

/** The lead says who is right (MODERATE-3). */
export function settleAppeal(
  questions: readonly Question[],
  { question: id, verdict, reason }: Extract<QuestionCommand, { type: 'question:settle' }>,
): Result<readonly QuestionFact[]> {
  const question = questions.find((other) => other.id === id)
  if (!question) return refuse({ code: 'question-not-found' })
  const said = question.restored ? 'restored' : question.hidden?.upheld ? 'upheld' : null
  if (said) return said === verdict ? ok([]) : refuse({ code: 'lead-has-decided' })
  if (!question.hidden?.appeal) return refuse({ code: 'no-appeal' })
  const words = sound(reason, reasonMax, 'reason-needed')
  return words.ok ? ok([{ type: 'question:settled', question: id, verdict, reason: words.value }]) : words
}

export function applyQuestion(questions: readonly Question[], fact: QuestionFact, at: Instant): readonly Question[] {
  if (fact.type === 'question:asked') {
    const { question: id, kind, text, person } = fact
    return [...questions, { id, kind, text, person, at, state: 'open', hidden: null, restored: null }]
  }
  return questions.map((question) =>
    question.id === fact.question ? { ...question, ...changed(question, fact, at) } : question,
  )
}

function changed(
  { hidden }: Question,
  fact: Exclude<QuestionFact, { type: 'question:asked' }>,
  at: Instant,
): Partial<Question> {
  switch (fact.type) {
    case 'question:answered':
      return { state: 'answered' }
    case 'question:postponed':
      return { state: 'postponed' }
    case 'question:reopened':
      return { state: 'open' }
    case 'question:hidden':
      return { hidden: { reason: fact.reason, at, appeal: null, upheld: null } }
    case 'question:shown':
      return { hidden: null }
    case 'question:appealed':
      return { hidden: hidden && { ...hidden, appeal: { reason: fact.reason, at } } }
    case 'question:settled':
      if (fact.verdict === 'restored') return { hidden: null, restored: hidden && { reason: fact.reason, at, hidden } }
      return { hidden: hidden && { ...hidden, upheld: { reason: fact.reason, at } } }
    default:
      return {}
  }
}

/** It was reported rightly, so it is out of sight too (MODERATE-4). What the lead said of it stays said. */
export function hiddenAsReported(
  questions: readonly Question[],
  id: QuestionId,
  reason: string,
  at: Instant,
  by: 'chef' | 'lead',
): readonly Question[] {
  return questions.map((question) => {
    if (question.id !== id) return question
    // An appeal that was settled before stays to be read.
    const appeal = question.restored?.hidden.appeal ?? null
    const hidden = question.hidden ?? { reason, at, appeal, upheld: null }
    if (by === 'chef') return { ...question, hidden }
    return { ...question, hidden: { ...hidden, upheld: hidden.upheld ?? { reason, at } }, restored: null }
  })
}

/** A text of one or more lines that somebody wrote, without what cannot be seen. */
export function sound(
  text: string,
  max: number,
  missing: 'text-empty' | 'reason-needed' = 'text-empty',
): Result<string> {
  const words = severalLines(text)
  if (words === '') return refuse({ code: missing })
  return words.length > max ? refuse({ code: 'text-too-long', max }) : ok(words)
}
