/** Own edits as rows of the browser's database. */
interface Turns<Row> {
  /** Begins to write these down, all or none; what is asked of the database later comes later. */
  readonly write: (rows: readonly Row[]) => Promise<unknown>
}

/**
 * Writes edits down as fast as the browser can: those that come while it writes go together in the next turn. One turn
 * per letter would fall behind somebody who types fast, and a tab can be closed at any moment.
 */
export class EditWriter<Row> {
  private readonly turns: Turns<Row>
  private waiting: Row[] = []
  private next = Promise.withResolvers<undefined>()
  private writing: Promise<unknown> | null = null

  constructor(turns: Turns<Row>) {
    this.turns = turns
  }

  /** Resolves when it is written down. */
  keep(row: Row): Promise<undefined> {
    const { promise } = this.next
    this.waiting.push(row)
    if (!this.writing) this.writeAll()
    return promise
  }

  /** What waits begins now: for what may only be asked of the database after it. */
  writeAll(): void {
    if (this.waiting.length === 0) return
    const { waiting, next } = this
    this.waiting = []
    this.next = Promise.withResolvers()
    const turn = this.turns.write(waiting)
    this.writing = turn
    const over = () => {
      if (this.writing !== turn) return
      this.writing = null
      this.writeAll()
    }
    turn.then(() => next.resolve(undefined), next.reject)
    turn.then(over, over)
  }
}
