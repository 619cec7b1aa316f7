import type { DeskView, HallView } from '@witboek/contract'
import type { Hiding, Instant, QuestionId, QuestionKind } from '@witboek/domain'

/** A question as the one who leads sees it: with its words, also when it is out of sight. */
export interface QuestionAtDesk {
  readonly id: QuestionId
  readonly kind: QuestionKind
  readonly text: string
  readonly name: string | null
  readonly at: Instant
  readonly state: 'open' | 'answered' | 'postponed'
  readonly hidden: Hiding | null
}

type Lists = { readonly [List in 'open' | 'answered' | 'postponed' | 'hidden']: readonly QuestionAtDesk[] }

/**
 * What the hall sees, with what only the desk knows. The two views come one after the other: a question that only one of them
 * has yet is shown with what there is.
 */
export function questionsIn(hall: HallView, desk: DeskView | null): Lists {
  const known = new Map((desk?.questions ?? []).map((question) => [question.id, question]))
  const all = hall.questions.map(({ id, kind, text, name, at, state }): QuestionAtDesk => {
    const own = known.get(id)
    return { id, kind, text: own?.text ?? text ?? '', name: own?.name ?? name, at, state, hidden: own?.hidden ?? null }
  })
  const shown = (state: QuestionAtDesk['state']) => all.filter((one) => one.state === state && !one.hidden)
  return {
    open: shown('open'),
    answered: shown('answered'),
    postponed: shown('postponed'),
    hidden: all.filter(({ hidden }) => hidden !== null),
  }
}
