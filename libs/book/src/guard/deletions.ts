import type { Scan } from './scan.ts'

/** The ranges an update deletes, to look a place up in. */
export class Deletions {
  private readonly scan: Scan
  /** Of each client the first of its ranges, and one past the last. */
  private readonly ranges = new Map<number, { readonly first: number; past: number }>()

  constructor(scan: Scan) {
    this.scan = scan
    for (let i = 0; i < scan.deletes; i++) {
      const client = scan.deleteClient[i] as number
      const own = this.ranges.get(client)
      if (own) own.past = i + 1
      else this.ranges.set(client, { first: i, past: i + 1 })
    }
  }

  /** Whether all of this is deleted. Honest ranges that touch are one range. */
  cover(client: number, start: number, end: number): boolean {
    const own = this.ranges.get(client)
    if (!own) return false
    let low = own.first
    let high = own.past - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.scan.deleteClock[middle] as number) <= start) low = middle
      else high = middle - 1
    }
    return (this.scan.deleteClock[low] as number) <= start && (this.scan.deleteEnd[low] as number) >= end
  }
}
