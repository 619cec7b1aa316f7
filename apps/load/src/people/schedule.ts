interface Entry {
  due: number
  readonly every: number
  readonly act: (now: number) => void
  stopped: boolean
}

/** So many milliseconds in the round; whoever is due later waits for a next round. */
const round = 4096

/** Thousands of people who each do something every so often, over one timer. */
export class Schedule {
  private readonly slots: Entry[][] = Array.from({ length: round }, () => [])
  private readonly late: (ms: number) => void
  private looked = 0
  private timer: NodeJS.Timeout | null = null
  private size = 0

  /** `late`: told each time how long (ms) after its plan something was done. */
  constructor(late: (ms: number) => void) {
    this.late = late
  }

  /** Calls back every so many ms; answers how to stop it. */
  repeat(every: number, firstIn: number, act: (now: number) => void): () => void {
    const entry: Entry = { due: performance.now() + firstIn, every, act, stopped: false }
    if (!this.timer) this.start()
    this.put(entry)
    this.size += 1
    return () => {
      if (entry.stopped) return
      entry.stopped = true
      this.size -= 1
    }
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    this.size = 0
    for (const slot of this.slots) slot.length = 0
  }

  private start(): void {
    this.looked = Math.floor(performance.now())
    this.timer = setInterval(() => this.look(), 1)
  }

  private put(entry: Entry): void {
    const at = Math.max(this.looked + 1, Math.ceil(entry.due))
    this.slots[at % round]?.push(entry)
  }

  private look(): void {
    const now = Math.floor(performance.now())
    while (this.looked < now) {
      this.looked += 1
      const slot = this.slots[this.looked % round] as Entry[]
      if (slot.length === 0) continue
      for (const entry of slot.splice(0)) this.take(entry)
    }
    if (this.size === 0) this.stop()
  }

  private take(entry: Entry): void {
    if (entry.stopped) return
    if (entry.due <= this.looked) {
      const now = performance.now()
      this.late(now - entry.due)
      entry.act(now)
      entry.due += entry.every
    }
    this.put(entry)
  }
}
