/**
 * The own edits of one section that the server has not yet acknowledged as durable (I2). "Saved" is read from here, and
 * from nothing else: an open socket proves nothing.
 *
 * An edit waits until a message carries it; messages with edits are numbered per line and section, on both sides.
 */
export class Outbox {
  /** One per own edit, oldest first: the number of the message that carries it, or `null` while it waits for a line. */
  private edits: (number | null)[] = []
  private sent = 0

  get size(): number {
    return this.edits.length
  }

  /** The writer made an edit. */
  wrote(): void {
    this.edits.push(null)
  }

  /** A message left that carries just the edit made last. */
  sentLast(): void {
    this.sent += 1
    const last = this.edits.length - 1
    if (last >= 0 && this.edits[last] === null) this.edits[last] = this.sent
  }

  /** A message left that carries everything the server was missing. */
  sentAll(): void {
    this.sent += 1
    const number = this.sent
    this.edits = this.edits.map((edit) => edit ?? number)
  }

  /** Everything up to message `count` of this line is durable. Answers whether that freed anything. */
  acknowledged(count: number): boolean {
    const before = this.edits.length
    this.edits = this.edits.filter((edit) => edit === null || edit > count)
    return this.edits.length < before
  }

  /** The line is gone, and with it every promise that was not yet kept: all of it must be sent again. */
  lineLost(): void {
    this.sent = 0
    this.edits = this.edits.map(() => null)
  }
}
