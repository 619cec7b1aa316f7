/** One part of a whole, as a stretch of a bar: both in percent of its length. */
interface Stretch {
  readonly from: number
  readonly width: number
}

/** Divides a bar over amounts, in order. A whole of nothing gives stretches of nothing. */
export function stretches(amounts: readonly number[], whole: number): readonly Stretch[] {
  let from = 0
  return amounts.map((amount) => {
    const width = whole > 0 ? (amount / whole) * 100 : 0
    const stretch = { from, width }
    from += width
    return stretch
  })
}
