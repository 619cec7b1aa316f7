import type { LockCommands, RemarkCommands, SectionCommands } from '@witboek/contract'
import type { BookId, SectionId } from '@witboek/domain'
import { attempt, type CommandFailure } from './command-failure.ts'
import type { MeetingLine } from './meeting-line.ts'

type Commands = SectionCommands & LockCommands & RemarkCommands
type Wish<Name extends keyof Commands> = Omit<Commands[Name], 'book'>

/**
 * A Chef's commands to the shape, the locks and the remarks of a book: one message, one answer. Nothing changes on this page by
 * itself: the new shape comes over the book's own line, as it does for everyone.
 */
export class ChefCommands {
  /** The section whose command is on its way; `book` for the book as a whole. */
  busy = $state<SectionId | 'book' | null>(null)
  failure = $state.raw<CommandFailure | null>(null)
  /** A dialog is open for the command, and says itself what went wrong. */
  inDialog = $state(false)
  /** The section one asked about last: it is the one that "moved". */
  asked: SectionId | 'book' | null = null
  readonly #book: BookId
  #line: MeetingLine | null = null

  constructor(book: BookId) {
    this.#book = book
  }

  over(line: MeetingLine): void {
    this.#line = line
  }

  /** `at` is what the command is about. Answers whether it went through. */
  async order<Name extends keyof Commands>(name: Name, at: SectionId | 'book', wish: Wish<Name>): Promise<boolean> {
    if (this.busy) return false
    this.failure = null
    this.busy = at
    this.asked = at
    this.failure = await attempt(this.#line, name, { book: this.#book, ...wish } as never)
    this.busy = null
    return this.failure === null
  }
}
