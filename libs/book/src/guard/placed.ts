import { isCutBefore, type AnyType, type Store } from './known.ts'
import { Newest } from './newest.ts'
import { kinds, none, type Scan } from './scan.ts'

/** In which list something stands: that of a type the server has, of a new one (its number), or of one that is gone. */
export type Home = AnyType | number | null

/** More places than this are not kept for the next update. */
const keepMax = 50

const patienceAtFirst = 1_000_000

/** What has its place: the new structs of an update that were placed so far, and all that the server has. */
export class Placed {
  readonly scan: Scan
  store: Store | null = null
  readonly home: Home[] = []
  /** The attribute a struct is a value of; `null` for what stands in a list. */
  readonly sub: (string | null)[] = []
  /** For each block the first struct that is not placed yet. */
  readonly next: number[] = []
  /** Steps that may be spent on looking for the order of things: honest updates hardly need any. */
  patience = 0
  /** What was put where last. */
  readonly newest = new Newest()
  private readonly texts = new Map<number, string>()

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** Nothing is placed yet. */
  start(store: Store): void {
    const { scan, next } = this
    this.store = store
    this.patience = patienceAtFirst
    for (let block = 0; block < scan.blocks; block++) next[block] = scan.blockFirst[block] as number
  }

  /** Nothing of a document is held on to between two updates. */
  release(): void {
    const { home } = this
    for (let i = 0; i < home.length; i++) home[i] = null
    if (home.length > keepMax) home.length = 0
    this.store = null
    if (this.texts.size > 0) this.texts.clear()
    this.newest.clear()
  }

  /** The new struct at this place, which is placed already; `none` when there is no such. */
  newAt(client: number, clock: number): number {
    const { scan } = this
    const block = scan.blockOf(client)
    if (block === none || clock < (scan.blockClock[block] as number)) return none
    let high = (this.next[block] as number) - 1
    if ((scan.clock[high] as number) <= clock) return high
    let low = scan.blockFirst[block] as number
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((scan.clock[middle] as number) <= clock) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Nobody will see what stands here: the list, or something around it, was deleted. */
  isGone(home: Home): boolean {
    let around = home
    while (typeof around === 'number') around = this.home[around] as Home
    return around === null || around._item?.deleted === true
  }

  /** Whether something that begins at this clock would cut a letter of a new text in half. */
  cutsNew(i: number, clock: number): boolean {
    const { scan } = this
    const unit = clock - (scan.clock[i] as number)
    // Letters of one byte each are never two units.
    if (scan.kind[i] !== kinds.text || scan.size[i] === scan.length[i]) return false
    if (unit <= 0 || unit >= (scan.length[i] as number)) return false
    let text = this.texts.get(i)
    if (text === undefined) this.texts.set(i, (text = scan.textOf(i)))
    return isCutBefore(text, unit)
  }
}
