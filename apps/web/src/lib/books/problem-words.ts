import { problemCode, problemType, type ProblemCode } from '@witboek/contract'
import { textsIn, type Locale } from '@witboek/i18n'

/** A refusal in the reader's words; a code from a newer server counts as a surprise. */
export function problemWords(code: string, locale: Locale): string {
  return textsIn(locale).problems[problemCode({ type: problemType(code as ProblemCode) })]
}
