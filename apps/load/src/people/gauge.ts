import { Latencies } from '../measure/latencies.ts'

/** What the people of one generator measure together, over a stretch of time that has a beginning and an end. */
export class Gauge {
  /** Typed by one, received by another. */
  readonly seen = new Latencies()
  readonly carets = new Latencies()
  readonly acknowledged = new Latencies()
  /** How long after its plan something was done. */
  readonly late = new Latencies()
  letters = 0
  caretMoves = 0
  messages = 0
  setAside = 0
  /** Lines that ended though nobody here wanted that, by their close code. */
  readonly lost = new Map<number, number>()
  private from = Infinity
  private to = Infinity
  private sample = 1

  /** What is done from now on counts; of what comes in, one message in `sample` is read. */
  start(sample: number): void {
    for (const latencies of [this.seen, this.carets, this.acknowledged, this.late]) latencies.clear()
    this.letters = this.caretMoves = this.messages = this.setAside = 0
    this.lost.clear()
    this.sample = sample
    this.from = performance.now()
    this.to = Infinity
  }

  /** What is done from now on does not count; what was done before still does, however late it arrives. */
  stop(): void {
    this.to = performance.now()
  }

  typed(): void {
    if (this.running) this.letters += 1
  }

  moved(): void {
    if (this.running) this.caretMoves += 1
  }

  /** Whether something done at that time counts. */
  counts(at: number): boolean {
    return at >= this.from && at < this.to
  }

  /** Whether what came just now is to be read: by chance, since what comes in turns would always be the same ones' turn. */
  reads(): boolean {
    return this.from !== Infinity && (this.sample === 1 || Math.random() * this.sample < 1)
  }

  get running(): boolean {
    return this.from !== Infinity && this.to === Infinity
  }
}
