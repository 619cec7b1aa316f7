/** Lets so many through in one turn of the event loop; the others wait for the next, in the order in which they came. */
export class Turnstile {
  private readonly perTurn: number
  private readonly waiting: (() => void)[] = []
  private passed = 0
  private turning = false

  constructor(perTurn: number) {
    this.perTurn = perTurn
  }

  pass(): Promise<void> {
    this.turn()
    if (this.passed < this.perTurn) {
      this.passed += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  private turn(): void {
    if (this.turning) return
    this.turning = true
    setImmediate(() => {
      this.turning = false
      const next = this.waiting.splice(0, this.perTurn)
      this.passed = next.length
      if (next.length > 0) this.turn()
      for (const resolve of next) resolve()
    })
  }
}
