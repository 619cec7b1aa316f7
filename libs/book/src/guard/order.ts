import * as Y from 'yjs'
import { objectToBetween, wrongOrder } from './between.ts'
import { knownAt, type AnyType, type Known, type Store } from './known.ts'
import type { Placed } from './placed.ts'
import { none } from './scan.ts'
import { notAllowed, type Objection } from './verdicts.ts'

/**
 * Whoever inserts something puts it between two neighbours: what stands left of it (its origin) and what stands right of
 * it; nothing there means an end of the list. Copies that are given a pair that never were neighbours do not agree on
 * where the new thing belongs (GUARD-9).
 *
 * The order of the two is proved cheaply. Of two neighbours one is the newer, unless they were made apart from each other;
 * the newer was put beside the older, for nothing ever disappears from between two things in a list. So either the right
 * one has the left one as its origin, or the left one has the right one as its right neighbour: both are in the bytes. For
 * neighbours made apart the list on the server tells; when one of them is new, what its surroundings can prove has to do,
 * and the digest (I7) watches the rest.
 *
 * `home` is the list; `newLeft` and `newRight` are new structs, or else `left` and `right` what the server has.
 */
export function objectToOrder(
  placed: Placed,
  i: number,
  own: number,
  home: AnyType | number,
  newLeft: number,
  newRight: number,
  left: Y.Item | null,
  right: Y.Item | null,
): Objection | null {
  const { scan } = placed
  const hasLeft = scan.originClient[i] !== none
  const hasRight = scan.rightClient[i] !== none
  if (scan.structs > 1 && leavesOutOwn(placed, i, own, home, newLeft, newRight, right)) return wrongOrder
  if (newLeft === none && newRight === none) return objectToKnown(placed, i, own, home, left, right)
  if (!hasRight) return scan.rightClient[newLeft] === none ? null : wrongOrder
  const rightClock = scan.rightClock[i] as number
  if (!hasLeft) {
    return scan.originClient[newRight] === none && scan.clock[newRight] === rightClock ? null : wrongOrder
  }
  if (newLeft === none ? isRightOf(left as Y.Item, placed, i) : isRightOfNew(placed, newLeft, i)) return null
  if (newRight === none ? isOriginOf(right as Y.Item, placed, i) : isOriginOfNew(placed, newRight, i)) return null
  // Within a run of letters each follows the one before, and nobody makes two things apart from each other under one id.
  if (newRight === none && rightClock > (right as Y.Item).id.clock) return wrongOrder
  if (scan.originClient[i] === scan.rightClient[i]) return wrongOrder
  return objectToSurroundings(placed, i)
}

/** Both are on the server, or an end of the list. */
function objectToKnown(
  placed: Placed,
  i: number,
  own: number,
  home: AnyType | number,
  left: Y.Item | null,
  right: Y.Item | null,
): Objection | null {
  const { scan } = placed
  // Nothing of a new list is on the server.
  if (typeof home === 'number') return null
  const leftClock = scan.originClock[i] as number
  const rightClock = scan.rightClock[i] as number
  const within = left !== null && leftClock < left.id.clock + left.length - 1
  if (right !== null && rightClock > right.id.clock)
    return left === right && leftClock === rightClock - 1 ? null : wrongOrder
  const next = left === null ? home._start : left.right
  if (next === right && !within) return null
  const ordered = left === null || right === null || isRightOf(left, placed, i) || isOriginOf(right, placed, i)
  if (!ordered && left.id.client === right.id.client) return wrongOrder
  return objectToBetween(placed, i, own, next, { left, right, within, ordered })
}

/** Whether what this update put right of the same thing before, under the same id, is passed over: it stands between. */
function leavesOutOwn(
  placed: Placed,
  i: number,
  own: number,
  home: AnyType | number,
  newLeft: number,
  newRight: number,
  right: Y.Item | null,
): boolean {
  const { scan } = placed
  const before = placed.newest.put(scan, i, own, home, newLeft)
  if (before === none) return false
  const rightClient = scan.rightClient[i] as number
  if (rightClient === own) return scan.rightClock[i] !== scan.clock[before]
  if (rightClient === none || isRightOfNew(placed, before, i)) return true
  return !(newRight === none ? isOriginOf(right as Y.Item, placed, i) : isOriginOfNew(placed, newRight, i))
}

const isId = (id: Y.ID | null, client: number, clock: number): boolean =>
  id === null ? client === none : id.client === client && id.clock === clock

const isRightOf = (left: Y.Item, { scan }: Placed, i: number): boolean =>
  isId(left.rightOrigin, scan.rightClient[i] as number, scan.rightClock[i] as number)

const isRightOfNew = ({ scan }: Placed, left: number, i: number): boolean =>
  scan.rightClient[left] === scan.rightClient[i] && scan.rightClock[left] === scan.rightClock[i]

/** Within a struct each letter has the one before as its origin. */
function isOriginOf(right: Y.Item, { scan }: Placed, i: number): boolean {
  const clock = scan.rightClock[i] as number
  const [leftClient, leftClock] = [scan.originClient[i] as number, scan.originClock[i] as number]
  if (right.id.clock < clock) return leftClient === right.id.client && leftClock === clock - 1
  return isId(right.origin, leftClient, leftClock)
}

function isOriginOfNew({ scan }: Placed, right: number, i: number): boolean {
  const clock = scan.rightClock[i] as number
  const [leftClient, leftClock] = [scan.originClient[i] as number, scan.originClock[i] as number]
  if ((scan.clock[right] as number) < clock) return leftClient === scan.rightClient[i] && leftClock === clock - 1
  if (leftClient === none) return scan.originClient[right] === none
  return scan.originClient[right] === leftClient && scan.originClock[right] === leftClock
}

const tooTangled = notAllowed('more is woven into each other than can be looked through')

/**
 * At least one of the two is new, and neither was put beside the other. A new thing stands between the known things that
 * its origins and right neighbours lead to: the other must stand between those as well.
 */
function objectToSurroundings(placed: Placed, i: number): Objection | null {
  const { scan } = placed
  const left = bounds(placed, scan.originClient[i] as number, scan.originClock[i] as number)
  const right = bounds(placed, scan.rightClient[i] as number, scan.rightClock[i] as number)
  if (left === undefined || right === undefined) return tooTangled
  return objectTo(placed, left.lower, right.upper) ?? objectTo(placed, right.lower, left.upper)
}

interface Spot {
  readonly item: Y.Item
  readonly clock: number
}

interface Bounds {
  readonly lower: Spot | null
  readonly upper: Spot | null
}

/** A known thing is its own bounds. `undefined`: too far to look. */
function bounds(placed: Placed, client: number, clock: number): Bounds | undefined {
  const { scan } = placed
  const lower = knownBeside(placed, client, clock, scan.originClient, scan.originClock)
  const upper = knownBeside(placed, client, clock, scan.rightClient, scan.rightClock)
  return lower === undefined || upper === undefined ? undefined : { lower, upper }
}

/** `null` is an end of the list. The two may be one and the same. */
function objectTo(placed: Placed, lower: Spot | null, upper: Spot | null): Objection | null {
  if (lower === null || upper === null) return null
  if (lower.item === upper.item) return lower.clock <= upper.clock ? null : wrongOrder
  for (let item = lower.item.right; item !== null; item = item.right) {
    if (item === upper.item) return null
    if (--placed.patience < 0) return tooTangled
  }
  return wrongOrder
}

/** Follows what new things were put beside to what the server has; `null` is an end of the list, `undefined` too far. */
function knownBeside(
  placed: Placed,
  client: number,
  clock: number,
  clients: readonly number[],
  clocks: readonly number[],
): Spot | null | undefined {
  while (client !== none) {
    const struct = placed.newAt(client, clock)
    if (struct === none) return spot(knownAt(placed.store as Store, client, clock), clock)
    client = clients[struct] as number
    clock = clocks[struct] as number
    if (--placed.patience < 0) return undefined
  }
  return null
}

const spot = (known: Known | null, clock: number): Spot | null =>
  known instanceof Y.Item ? { item: known, clock } : null
