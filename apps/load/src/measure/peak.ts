/** It is looked at this often (ms). */
const lookEvery = 200

/** Looks again and again, and remembers the highest it saw. */
export class Peak {
  private highest: number | null
  private readonly timer: NodeJS.Timeout
  private readonly look: () => number | null

  constructor(look: () => number | null) {
    this.look = look
    this.highest = look()
    this.timer = setInterval(() => this.take(), lookEvery)
  }

  stop(): number | null {
    clearInterval(this.timer)
    this.take()
    return this.highest
  }

  private take(): void {
    const now = this.look()
    if (now !== null) this.highest = Math.max(this.highest ?? 0, now)
  }
}
