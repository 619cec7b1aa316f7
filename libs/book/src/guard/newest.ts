import type { AnyType } from './known.ts'
import { none, type Scan } from './scan.ts'

/** More places than this are not kept for the next update. */
const keepMax = 20_000

/** What an update put right of something last: whoever puts a next thing there finds that as its right neighbour. */
export class Newest {
  /** Behind a new struct, and at the start of a new type: nearly everything that is pasted. */
  private behindNew: number[] = []
  private inNew: number[] = []
  private readonly beside = new Map<number, number>()
  private readonly first = new Map<AnyType, number>()

  /** Notes struct `i` of client `own`; answers what stood there before under the same id, or `none`. */
  put(scan: Scan, i: number, own: number, home: AnyType | number, newLeft: number): number {
    this.behindNew[i] = this.inNew[i] = none
    const before = this.replace(scan, i, home, newLeft)
    if (before === none) return none
    const block = scan.blockOf(own)
    return before >= (scan.blockFirst[block] as number) && before < (scan.blockFirst[block + 1] as number)
      ? before
      : none
  }

  clear(): void {
    if (this.beside.size > 0) this.beside.clear()
    if (this.first.size > 0) this.first.clear()
    if (this.inNew.length <= keepMax) return
    this.behindNew = []
    this.inNew = []
  }

  private replace(scan: Scan, i: number, home: AnyType | number, newLeft: number): number {
    const client = scan.originClient[i] as number
    if (client === none) {
      if (typeof home === 'number') return swap(this.inNew, home, i)
      const before = this.first.get(home) ?? none
      this.first.set(home, i)
      return before
    }
    const clock = scan.originClock[i] as number
    if (newLeft !== none && clock === (scan.clock[newLeft] as number) + (scan.length[newLeft] as number) - 1)
      return swap(this.behindNew, newLeft, i)
    // Two places may share a key: then the older is forgotten, and nothing is said of it.
    const key = client + clock * 2 ** 20
    const before = this.beside.get(key) ?? none
    this.beside.set(key, i)
    return scan.originClient[before] === client && scan.originClock[before] === clock ? before : none
  }
}

function swap(list: number[], at: number, i: number): number {
  const before = list[at] ?? none
  list[at] = i
  return before
}
