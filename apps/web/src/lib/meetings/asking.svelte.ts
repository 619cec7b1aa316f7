import type { CommandFailure } from '#lib/books/command-failure.ts'

/** A dialog that asks something before it is done: it closes once that went through, and says why when it did not. */
export class Asking {
  open = $state(false)
  busy = $state(false)
  failure: CommandFailure | null = $state.raw(null)

  show(): void {
    this.failure = null
    this.open = true
  }

  async save(act: () => Promise<CommandFailure | null>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.failure = await act()
    this.busy = false
    if (!this.failure) this.open = false
  }
}
