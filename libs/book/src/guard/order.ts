import * as Y from 'yjs'
import type { Placement } from './placement.ts'
import { knownAt, type Known, type Store } from './known.ts'
import { none } from './scan.ts'
import { notAllowed, type Objection } from './verdicts.ts'

/**
 * Whoever inserts something puts it between two neighbours: what stands left of it (its origin) and what stands right of
 * it. Copies that are given a pair that never were neighbours do not agree on where the new thing belongs.
 *
 * Three proofs, the cheapest first. Of two neighbours one is the newer, unless they were made apart from each other; the
 * newer was put beside the older, for nothing ever disappears from between two things in a list. So either the right one
 * has the left one as its origin, or the left one has the right one as its right neighbour: both are in the bytes.
 * Neighbours that were made apart stand on the server already, and then the list itself tells which comes first, and
 * whether the writer must have seen something between them. What is left are neighbours made apart of which one is new:
 * what the update says about them is refused when their surroundings prove it wrong, and the digest (I7) watches the rest.
 */
export function objectToOrder(
  placement: Placement,
  i: number,
  own: number,
  newLeft: number,
  newRight: number,
  left: Y.Item | null,
  right: Y.Item | null,
): Objection | null {
  const { scan } = placement
  const leftClient = scan.originClient[i] as number
  const leftClock = scan.originClock[i] as number
  const rightClient = scan.rightClient[i] as number
  const rightClock = scan.rightClock[i] as number
  if (left !== null && left.right !== null && left.right === right && rightClock === right.id.clock) return null
  if (left === null) {
    if (scan.rightClient[newLeft] === rightClient && scan.rightClock[newLeft] === rightClock) return null
  } else if (isId(left.rightOrigin, rightClient, rightClock)) return null
  if (right === null) {
    if (isOriginOfNew(placement, newRight, rightClient, rightClock, leftClient, leftClock)) return null
  } else if (rightClock > right.id.clock) {
    // Within a run of letters each follows the one before.
    return leftClient === rightClient && leftClock === rightClock - 1 ? null : wrongOrder
  } else if (isId(right.origin, leftClient, leftClock)) return null
  // Nobody makes two things apart from each other under one id.
  if (leftClient === rightClient) return wrongOrder
  if (left === null || right === null) return objectToSurroundings(placement, i)
  return objectToBetween(placement, i, own, left, right)
}

const wrongOrder = notAllowed('it stands after what comes later')

const isId = (id: Y.ID | null, client: number, clock: number): boolean =>
  id !== null && id.client === client && id.clock === clock

/** Whether the new struct at this place was put beside what stands left: within a struct, each letter follows the one before. */
function isOriginOfNew(
  { scan }: Placement,
  struct: number,
  client: number,
  clock: number,
  leftClient: number,
  leftClock: number,
): boolean {
  if ((scan.clock[struct] as number) < clock) return leftClient === client && leftClock === clock - 1
  return scan.originClient[struct] === leftClient && scan.originClock[struct] === leftClock
}

/** Both are known: left must come before right, and the writer can have seen nothing of what stands between them. */
function objectToBetween(placement: Placement, i: number, own: number, left: Y.Item, right: Y.Item): Objection | null {
  const { scan } = placement
  const between = orderOf(placement, left, right)
  if (!Array.isArray(between)) return between
  const leftClock = scan.originClock[i] as number
  const cutFrom = leftClock + 1 < left.id.clock + left.length
  if (between.length === 0 && !cutFrom) return null
  const seen = new Map([
    [left.id.client, leftClock + 1],
    [right.id.client, (scan.rightClock[i] as number) + 1],
  ])
  seen.set(own, Math.max(seen.get(own) ?? 0, scan.clock[i] as number))
  addWhatTheySaw(placement.store as Store, seen, [left, right])
  if (cutFrom && (seen.get(left.id.client) as number) > leftClock + 1) return notNeighbours
  return between.every(({ id }) => (seen.get(id.client) ?? 0) <= id.clock) ? null : notNeighbours
}

const notNeighbours = notAllowed('it stands between what never were neighbours')

/** So many steps back in who stood beside whom. */
const stepsBack = 100

/** Who has seen something has seen all that its writer made before it, and what it was put beside. */
function addWhatTheySaw(store: Store, seen: Map<number, number>, from: readonly Y.Item[]): void {
  const queue = [...from]
  for (let step = 0; step < stepsBack && step < queue.length; step++) {
    for (const id of [(queue[step] as Y.Item).origin, (queue[step] as Y.Item).rightOrigin]) {
      if (id === null || (seen.get(id.client) ?? 0) > id.clock) continue
      seen.set(id.client, id.clock + 1)
      const item = knownAt(store, id.client, id.clock)
      if (item instanceof Y.Item) queue.push(item)
    }
  }
}

/**
 * What stands between the two. Walks on from both at once: the way is as long as the distance between them, and not as
 * the list.
 */
function orderOf(placement: Placement, left: Y.Item, right: Y.Item): Objection | Y.Item[] {
  const between: Y.Item[] = []
  let fromLeft: Y.Item | null = left
  let fromRight: Y.Item | null = right
  while (fromLeft !== null || fromRight !== null) {
    fromLeft = fromLeft?.right ?? null
    fromRight = fromRight?.right ?? null
    if (fromLeft === right) return between
    if (fromRight === left) return wrongOrder
    if (--placement.patience < 0) return tooTangled
    if (fromLeft !== null) between.push(fromLeft)
  }
  return wrongOrder
}

const tooTangled = notAllowed('more is woven into each other than can be looked through')

/**
 * At least one of the two is new, and neither was put beside the other. A new thing stands between the known things that
 * its origins and right neighbours lead to: the other must stand between those as well.
 */
function objectToSurroundings(placement: Placement, i: number): Objection | null {
  const { scan } = placement
  const left = bounds(placement, scan.originClient[i] as number, scan.originClock[i] as number)
  const right = bounds(placement, scan.rightClient[i] as number, scan.rightClock[i] as number)
  if (left === undefined || right === undefined) return tooTangled
  return objectTo(placement, left.lower, right.upper) ?? objectTo(placement, right.lower, left.upper)
}

interface Bounds {
  readonly lower: Spot | null
  readonly upper: Spot | null
}

/** A known thing is its own bounds. `undefined`: too far to look. */
function bounds(placement: Placement, client: number, clock: number): Bounds | undefined {
  const lower = knownLeftOf(placement, client, clock)
  const upper = knownRightOf(placement, client, clock)
  return lower === undefined || upper === undefined ? undefined : { lower, upper }
}

/** `null` is an end of the list. The two may be one and the same. */
function objectTo(placement: Placement, lower: Spot | null, upper: Spot | null): Objection | null {
  if (lower === null || upper === null) return null
  if (lower.item === upper.item) return lower.clock <= upper.clock ? null : wrongOrder
  const order = orderOf(placement, lower.item, upper.item)
  return Array.isArray(order) ? null : order
}

interface Spot {
  readonly item: Y.Item
  readonly clock: number
}

/** `null`: there is nothing known on this side, up to the end of the list. `undefined`: too far to look. */
function knownLeftOf(placement: Placement, client: number, clock: number): Spot | null | undefined {
  const { scan } = placement
  while (client !== none) {
    const struct = placement.newAt(client, clock)
    if (struct === none) return spot(knownAt(placement.store as Store, client, clock), clock)
    client = scan.originClient[struct] as number
    clock = scan.originClock[struct] as number
    if (--placement.patience < 0) return undefined
  }
  return null
}

function knownRightOf(placement: Placement, client: number, clock: number): Spot | null | undefined {
  const { scan } = placement
  while (client !== none) {
    const struct = placement.newAt(client, clock)
    if (struct === none) return spot(knownAt(placement.store as Store, client, clock), clock)
    client = scan.rightClient[struct] as number
    clock = scan.rightClock[struct] as number
    if (--placement.patience < 0) return undefined
  }
  return null
}

const spot = (known: Known | null, clock: number): Spot | null =>
  known instanceof Y.Item ? { item: known, clock } : null
