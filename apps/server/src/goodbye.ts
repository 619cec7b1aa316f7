import { setTimeout as pause } from 'node:timers/promises'

/** Between two lines that are told to move (ms): the other servers get two hundred a second of them, and no flood. */
const between = 5
/** All of them together take no longer than this (ms). */
const longest = 5_000

/** Tells all of these to move, one after the other. A few are told at once, a full house within five seconds. */
export async function tellOneByOne<Item>(items: Iterable<Item>, tell: (item: Item) => void): Promise<void> {
  const all = [...items]
  const apart = Math.min(between, longest / all.length)
  const startedAt = performance.now()
  for (const [i, item] of all.entries()) {
    const early = startedAt + i * apart - performance.now()
    if (early >= 1) await pause(early)
    tell(item)
  }
}
