import * as Y from 'yjs'
import { knownAt, type Store } from './known.ts'
import type { Placed } from './placed.ts'
import { none } from './scan.ts'
import { notAllowed, type Objection } from './verdicts.ts'

// No reason to end a line: undoing the deletion of nodes in nodes makes Yjs write this now and then, in honest pages too.
export const wrongOrder = notAllowed('it stands after what comes later')
const notNeighbours = notAllowed('it stands between what never were neighbours')
const tooTangled = notAllowed('more is woven into each other than can be looked through')

interface Pair {
  /** `null` is the end of the list on that side. */
  readonly left: Y.Item | null
  readonly right: Y.Item | null
  /** The left one is a letter in a run that goes on. */
  readonly within: boolean
  /** That left comes before right is known already. */
  readonly ordered: boolean
}

/** What stands between the two is new to the writer, or else they were no neighbours. `next` is what comes after left. */
export function objectToBetween(
  placed: Placed,
  i: number,
  own: number,
  next: Y.Item | null,
  { left, right, within, ordered }: Pair,
): Objection | null {
  const { scan } = placed
  const seen = new Map<number, number>()
  note(seen, own, (scan.clock[i] as number) - 1)
  for (const [clients, clocks] of [
    [scan.originClient, scan.originClock],
    [scan.rightClient, scan.rightClock],
    [scan.parentClient, scan.parentClock],
  ] as const)
    if ((clients[i] as number) >= 0) note(seen, clients[i] as number, clocks[i] as number)
  noteWhatTheySaw(placed.store as Store, seen, [left, right])
  if (within && left && sees(seen, left.id.client, (scan.originClock[i] as number) + 1)) return notNeighbours
  for (let item = next; item !== right; item = item.right) {
    if (item === null) return wrongOrder
    if (sees(seen, item.id.client, item.id.clock)) return notNeighbours
    if (--placed.patience < 0) return ordered ? null : tooTangled
  }
  return null
}

const sees = (seen: ReadonlyMap<number, number>, client: number, clock: number): boolean =>
  (seen.get(client) ?? none) >= clock

/** Who has seen something has seen all that was made under its id before. */
function note(seen: Map<number, number>, client: number, clock: number): void {
  if (!sees(seen, client, clock)) seen.set(client, clock)
}

/** So many steps back in who stood beside whom. */
const stepsBack = 100

/** Who has seen something has seen what it was put beside. */
function noteWhatTheySaw(store: Store, seen: Map<number, number>, from: readonly (Y.Item | null)[]): void {
  const queue = [...from]
  for (let step = 0; step < stepsBack && step < queue.length; step++) {
    for (const id of [queue[step]?.origin, queue[step]?.rightOrigin]) {
      if (!id || sees(seen, id.client, id.clock)) continue
      note(seen, id.client, id.clock)
      const item = knownAt(store, id.client, id.clock)
      if (item instanceof Y.Item) queue.push(item)
    }
  }
}
