import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Sent } from '#lib/send.ts'

/** One form or button that sends commands, one at a time: whether it is busy, what went wrong, what was done. */
export class Sending {
  busy = $state(false)
  failure = $state.raw<CommandFailure | null>(null)
  /** What was done, in words. */
  said = $state('')

  /** Answers whether it was done; `words` say so then. A second press meanwhile does nothing. */
  async run(command: () => Promise<Sent<unknown>>, words = ''): Promise<boolean> {
    if (this.busy) return false
    ;[this.busy, this.failure, this.said] = [true, null, '']
    const sent = await command()
    this.busy = false
    if (sent.ok) this.said = words
    else this.failure = sent.failure
    return sent.ok
  }
}
