/** Times in milliseconds, counted in steps of at most two percent: a million of them cost no more than ten. */
export interface LatencyCounts {
  readonly counts: readonly (readonly [step: number, count: number])[]
  readonly max: number
}

const perDoubling = 40
/** Everything shorter than this (ms) counts as this. */
const shortest = 0.01

const stepOf = (ms: number): number => Math.max(0, Math.round(Math.log2(ms / shortest) * perDoubling))
const msOf = (step: number): number => shortest * 2 ** (step / perDoubling)

/** How long something took, each time. Several can be added up: every generator counts for itself. */
export class Latencies {
  private readonly counts: number[] = []
  private total = 0
  private longest = 0

  static from(...all: readonly LatencyCounts[]): Latencies {
    const sum = new Latencies()
    for (const { counts, max } of all) {
      for (const [step, count] of counts) {
        sum.counts[step] = (sum.counts[step] ?? 0) + count
        sum.total += count
      }
      sum.longest = Math.max(sum.longest, max)
    }
    return sum
  }

  get count(): number {
    return this.total
  }

  get max(): number | null {
    return this.total === 0 ? null : this.longest
  }

  add(ms: number): void {
    const step = ms > shortest ? stepOf(ms) : 0
    this.counts[step] = (this.counts[step] ?? 0) + 1
    this.total += 1
    if (ms > this.longest) this.longest = ms
  }

  /** The time that this share of all (0 to 1) did not exceed; `null` when there were none. */
  percentile(share: number): number | null {
    if (this.total === 0) return null
    const rank = Math.ceil(share * this.total)
    if (rank >= this.total) return this.longest
    let seen = 0
    for (const [step, count = 0] of this.counts.entries()) {
      seen += count
      if (seen >= rank) return Math.min(msOf(step), this.longest)
    }
    return this.longest
  }

  clear(): void {
    this.counts.length = 0
    this.total = this.longest = 0
  }

  toCounts(): LatencyCounts {
    return { counts: this.counts.flatMap((count, step) => (count ? [[step, count] as const] : [])), max: this.longest }
  }
}
