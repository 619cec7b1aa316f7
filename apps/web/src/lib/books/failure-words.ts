import { textsIn, type Locale } from '@witboek/i18n'
import { problemWords } from './problem-words.ts'
import type { CommandFailure } from './command-failure.ts'

/** Why a command did not go through, in words; empty when nothing went wrong. */
export function failureWords(failure: CommandFailure | null, locale: Locale): string {
  if (failure === null) return ''
  const { mishaps } = textsIn(locale)
  if (failure === 'no-answer') return mishaps.noAnswer
  if (failure === 'no-line') return mishaps.noLine
  return problemWords(failure.problem, locale)
}
