import { problemCode, type ProblemCode, type SectionCommands } from '@witboek/contract'
import type { BookId, SectionId } from '@witboek/domain'
import { ask } from './ask.ts'
import type { MeetingLine } from './meeting-line.ts'

type CommandName = keyof SectionCommands
type Wish<Name extends CommandName> = Omit<SectionCommands[Name], 'book'>
/** Why a command did not go through: the server's no, or no answer at all. */
export type CommandFailure = { readonly problem: ProblemCode; readonly max?: number } | 'no-answer' | 'no-line'

/**
 * A Chef's commands to the shape of a book: one message, one answer. Nothing changes on this page by itself:
 * the new shape comes over the book's own line, as it does for everyone.
 */
export class ShapeCommands {
  /** The section whose command is on its way. */
  busy = $state<SectionId | null>(null)
  failure = $state.raw<CommandFailure | null>(null)
  /** A dialog is open for the command, and says itself what went wrong. */
  inDialog = $state(false)
  /** The section one asked about last: it is the one that "moved". */
  asked: SectionId | null = null
  readonly #book: BookId
  #line: MeetingLine | null = null

  constructor(book: BookId) {
    this.#book = book
  }

  over(line: MeetingLine): void {
    this.#line = line
  }

  /** `at` is the section the command is about. Answers whether it went through. */
  async order<Name extends CommandName>(name: Name, at: SectionId, wish: Wish<Name>): Promise<boolean> {
    if (this.busy) return false
    this.failure = null
    if (!this.#line?.connected) {
      this.failure = 'no-line'
      return false
    }
    this.busy = at
    this.asked = at
    const answer = await ask(this.#line, name, {
      book: this.#book,
      ...wish,
    } as unknown as SectionCommands[Name] as never)
    this.busy = null
    if (answer?.ok) return true
    this.failure = answer ? failureOf(answer.problem) : 'no-answer'
    return false
  }
}

const failureOf = (problem: { readonly type: string; readonly [detail: string]: unknown }): CommandFailure => {
  const max = problem['max']
  return { problem: problemCode(problem), ...(typeof max === 'number' ? { max } : {}) }
}
