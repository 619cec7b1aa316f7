/** Lets so many through at a time. The others wait their turn in the order in which they came, or are turned away. */
export class Lanes {
  private free: number
  private readonly waiting: ((through: boolean) => void)[] = []

  constructor(lanes: number) {
    this.free = lanes
  }

  /** Whether it is one's turn; who was turned away has not entered, and does not leave. */
  enter(): Promise<boolean> {
    if (this.free === 0) return new Promise((resolve) => this.waiting.push(resolve))
    this.free -= 1
    return Promise.resolve(true)
  }

  leave(): void {
    const next = this.waiting.shift()
    if (next) next(true)
    else this.free += 1
  }

  turnAway(): void {
    for (const goes of this.waiting.splice(0)) goes(false)
  }
}
