/** Chance that can be repeated, as in the testkit, which this room may not import: the same seed gives the same run. */
export interface Chance {
  /** A whole number from 0 up to, and not including, `below`. */
  below(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
  return { below, pick: (items) => items[below(items.length)] as (typeof items)[number] }
}

/** The seed to use: the one given by `SEED`, to repeat a run, or a fresh one. */
export const seedOfToday = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
