/** An own edit, with the name under which the writer's device keeps it. */
export interface OwnEdit {
  readonly id: string
  readonly update: Uint8Array
}

/**
 * The own edits of one section that the server has not yet acknowledged as durable (I2). "Saved" is read from here, and
 * from nothing else: an open socket proves nothing.
 *
 * An edit waits until a message carries it; messages with edits are numbered per line and section, on both sides.
 */
export class Outbox {
  /** Oldest first, each with the number of the message that carries it, or `null` while it waits for a line. */
  private waiting: { readonly edit: OwnEdit; readonly message: number | null }[] = []
  private sent = 0

  get size(): number {
    return this.waiting.length
  }

  /** The writer made an edit. */
  wrote(edit: OwnEdit): void {
    this.waiting.push({ edit, message: null })
  }

  /** A message left that carries just the edit made last. */
  sentLast(): void {
    this.sent += 1
    const last = this.waiting.at(-1)
    if (last?.message === null) this.waiting[this.waiting.length - 1] = { edit: last.edit, message: this.sent }
  }

  /** A message left that carries everything the server was missing. */
  sentAll(): void {
    this.sent += 1
    const { sent } = this
    this.waiting = this.waiting.map(({ edit, message }) => ({ edit, message: message ?? sent }))
  }

  /** Everything up to message `count` of this line is durable. Answers the edits that need not be kept any longer. */
  acknowledged(count: number): readonly OwnEdit[] {
    // A promise about what was never sent is none: it belongs to the section before it was started anew.
    if (count > this.sent) return []
    const isFree = ({ message }: { readonly message: number | null }) => message !== null && message <= count
    const free = this.waiting.filter(isFree)
    this.waiting = this.waiting.filter((waiting) => !isFree(waiting))
    return free.map(({ edit }) => edit)
  }

  /** Everything that is not acknowledged, oldest first; nobody waits for it here any more. */
  takeAll(): readonly OwnEdit[] {
    const edits = this.waiting.map(({ edit }) => edit)
    this.waiting = []
    return edits
  }

  /** The line is gone, and with it every promise that was not yet kept: all of it must be sent again. */
  lineLost(): void {
    this.sent = 0
    this.waiting = this.waiting.map(({ edit }) => ({ edit, message: null }))
  }
}
