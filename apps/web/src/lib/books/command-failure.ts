import { problemCode, type FromBrowser, type ProblemCode } from '@witboek/contract'
import { ask } from './ask.ts'
import type { MeetingLine } from './meeting-line.ts'
import { fetchProblemWords } from './problem-words.ts'

/** Why a command did not go through: the server's no, or no answer at all. */
export type CommandFailure = { readonly problem: ProblemCode; readonly max?: number } | 'no-answer' | 'no-line'

type Message = keyof FromBrowser

/** One command over the line; answers why it did not go through, `null` when it did. */
export async function attempt<Name extends Message>(
  line: MeetingLine | null,
  name: Name,
  message: Parameters<FromBrowser[Name]>[0],
): Promise<CommandFailure | null> {
  if (!line?.connected) return 'no-line'
  const answer = await ask(line, name, message)
  if (answer?.ok) return null
  return answer ? failureOf(answer.problem) : 'no-answer'
}

/** Of a problem as it came over the wire; the words for it are there then. */
export async function failureOf(problem: {
  readonly type: string
  readonly [detail: string]: unknown
}): Promise<CommandFailure> {
  await fetchProblemWords()
  const max = problem['max']
  return { problem: problemCode(problem), ...(typeof max === 'number' ? { max } : {}) }
}
