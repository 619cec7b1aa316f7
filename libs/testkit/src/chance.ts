/** Chance that can be repeated: the same seed gives the same run. Specs print their seed. */
export interface Chance {
  readonly seed: number
  /** From 0 up to, and not including, 1. */
  next(): number
  /** A whole number from 0 up to, and not including, `below`. */
  below(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** The generator mulberry32: small, fast, and good enough to shuffle an evening. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    seed,
    next,
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}

/** The seed to use: the one given by `SEED`, to repeat a run, or a fresh one. */
export const seedOfToday = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
