/** What is counted since the start. A number that must stay 0 is only worth something when somebody can read it. */
export const counted = [
  'edits-refused',
  'malformed',
  'divergence',
  'slow-lines',
  'lines-refused',
  'edits-parked',
  'origins-refused',
  'rooms-given-up',
] as const
export type Counted = (typeof counted)[number]

/** Counters of this process: cheap to raise, read by whoever watches over the house. */
export class Counters {
  private readonly counts = new Map<Counted, number>()

  raise(what: Counted): void {
    this.counts.set(what, this.of(what) + 1)
  }

  of(what: Counted): number {
    return this.counts.get(what) ?? 0
  }
}
