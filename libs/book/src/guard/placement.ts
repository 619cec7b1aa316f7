import * as Y from 'yjs'
import { bodyName } from '../layout.ts'
import { Deletions } from './deletions.ts'
import { Fit } from './fit.ts'
import { cuts, knownAt, type AnyType, type Known, type Store } from './known.ts'
import { objectToOrder } from './order.ts'
import { Placed, type Home } from './placed.ts'
import { inBody, inOtherRoot, kinds, none, type Scan } from './scan.ts'
import { gap, malformed, notAllowed, type Objection } from './verdicts.ts'

/** Stands for the body of a section in which nothing was ever written. */
const unmadeBody = new Y.XmlFragment() as unknown as AnyType
/** Stands for every other root: nothing may be in it. */
const elsewhere = new Y.XmlFragment() as unknown as AnyType

const cutsLetter = notAllowed('it cuts a letter in half')
const circle = malformed('it stands in a circle')
const comesLater = malformed('it stands beside what comes later')
const twoLists = malformed('it stands in two lists')
const holdsNothing = malformed('it stands in what can hold nothing')

/**
 * Where the new structs of an update come to stand. They are placed in the order in which Yjs would integrate them, but
 * nothing is made and nothing calls itself: a hostile chain is as long as the update, and not as the stack.
 */
export class Placement {
  readonly placed: Placed
  /** Live words stand where nobody will ever see them. */
  orphaned = false
  private readonly scan: Scan
  private readonly fit: Fit
  private body: AnyType = unmadeBody
  /** Blocks that wait for another to get further. */
  private readonly waiting: number[] = []
  private readonly waits: boolean[] = []
  private deletions: Deletions | null = null
  /** What was found last: a new struct, or else one that the server has. */
  private fresh = none
  private known: Known | null = null

  constructor(scan: Scan) {
    this.scan = scan
    this.placed = new Placed(scan)
    this.fit = new Fit(scan)
  }

  placeAll(doc: Y.Doc): Objection | null {
    const { scan } = this
    this.placed.start(doc.store)
    this.body = (doc.share.get(bodyName) as AnyType | undefined) ?? unmadeBody
    this.fit.start(this.body)
    this.orphaned = false
    for (let block = 0; block < scan.blocks; block++) this.waits[block] = false
    for (let block = 0; block < scan.blocks; block++) {
      const objection = this.placeBlock(block)
      if (objection) return objection
    }
    return null
  }

  /** Nothing of a document is held on to between two updates. */
  release(): void {
    this.placed.release()
    this.known = null
    this.deletions = null
    this.body = unmadeBody
    this.fit.start(unmadeBody)
  }

  private placeBlock(first: number): Objection | null {
    const { scan, waiting, waits } = this
    const { next } = this.placed
    let block = first
    let waitCount = 0
    while (true) {
      const i = next[block] as number
      const done = i === scan.blockFirst[block + 1]
      const missing = done || scan.blocks === 1 ? none : this.missing(i)
      if (missing !== none) {
        if (missing === block || waits[missing]) return circle
        waiting[waitCount++] = block
        waits[block] = true
        block = missing
        continue
      }
      if (!done) {
        const objection = this.place(i, scan.blockClient[block] as number)
        if (objection) return objection
        next[block] = i + 1
        if (scan.blocks === 1) continue
      }
      if (waitCount > 0) {
        block = waiting[--waitCount] as number
        waits[block] = false
      } else if (done) return null
    }
  }

  /** The block that must get further before this struct can be placed. */
  private missing(i: number): number {
    const { scan } = this
    const origin = this.missingAt(scan.originClient[i] as number, scan.originClock[i] as number)
    if (origin !== none) return origin
    const right = this.missingAt(scan.rightClient[i] as number, scan.rightClock[i] as number)
    return right !== none ? right : this.missingAt(scan.parentClient[i] as number, scan.parentClock[i] as number)
  }

  private missingAt(client: number, clock: number): number {
    const { scan } = this
    const { next } = this.placed
    const block = client < 0 ? none : scan.blockOf(client)
    if (block === none || clock >= (scan.blockEnd[block] as number)) return none
    const i = next[block] as number
    return i < (scan.blockFirst[block + 1] as number) && clock >= (scan.clock[i] as number) ? block : none
  }

  private place(i: number, own: number): Objection | null {
    const { scan, placed } = this
    if (scan.kind[i] === kinds.gc) {
      placed.home[i] = null
      return null
    }
    const leftClient = scan.originClient[i] as number
    const rightClient = scan.rightClient[i] as number
    let home: Home = null
    let sub: string | null = scan.sub[i] ?? null
    let newLeft = none
    let left: Known | null = null
    let newRight = none
    let right: Known | null = null
    if (leftClient !== none) {
      const clock = scan.originClock[i] as number
      const objection = this.find(leftClient, clock, i, own, null)
      if (objection) return objection
      newLeft = this.fresh
      left = this.known
      if (left === null ? placed.cutsNew(newLeft, clock + 1) : cuts(left, clock + 1)) return cutsLetter
      home = this.foundHome()
      sub = this.foundSub()
    }
    if (rightClient !== none) {
      const clock = scan.rightClock[i] as number
      const objection = this.find(rightClient, clock, i, own, left)
      if (objection) return objection
      newRight = this.fresh
      right = this.known
      if (right === null ? placed.cutsNew(newRight, clock) : cuts(right, clock)) return cutsLetter
      const rightHome = this.foundHome()
      if (leftClient === none) {
        home = rightHome
        sub = this.foundSub()
      } else if (rightHome === null) home = null
      else if (home !== null) {
        if (home !== rightHome || sub !== this.foundSub()) return twoLists
      }
    }
    if (leftClient === none && rightClient === none) {
      const objection = this.findParent(i, own)
      if (objection) return objection
      home = this.parent
    }
    placed.home[i] = home
    placed.sub[i] = sub
    if (scan.kind[i] === kinds.text && !this.orphaned && placed.isGone(home)) this.orphaned = !this.isDeletedToo(i, own)
    if (home === null) return null
    const unfit = this.fit.objectTo(i, home, sub)
    if (unfit !== null || sub !== null) return unfit
    return objectToOrder(placed, i, own, home, newLeft, newRight, left as Y.Item | null, right as Y.Item | null)
  }

  private parent: Home = null

  private findParent(i: number, own: number): Objection | null {
    const { scan } = this
    const client = scan.parentClient[i] as number
    if (client < 0) {
      this.parent = client === inBody ? this.body : elsewhere
      return client === inBody || client === inOtherRoot ? null : holdsNothing
    }
    const objection = this.find(client, scan.parentClock[i] as number, i, own, null)
    if (objection) return objection
    const { known, fresh } = this
    this.parent = null
    if (known === null) {
      const kind = scan.kind[fresh]
      if (kind === kinds.type) this.parent = this.placed.home[fresh] === null ? null : fresh
      else if (kind !== kinds.gc && kind !== kinds.deleted) return holdsNothing
    } else if (known instanceof Y.Item && !(known.content instanceof Y.ContentDeleted)) {
      if (!(known.content instanceof Y.ContentType)) return holdsNothing
      this.parent = known.content.type as unknown as AnyType
    }
    return null
  }

  /** Finds what struct `i` of client `own` refers to. `left` is what it stands right of, if that is known. */
  private find(client: number, clock: number, i: number, own: number, left: Known | null): Objection | null {
    const { scan } = this
    const block = scan.blockOf(client)
    if (block !== none && clock >= (scan.blockClock[block] as number)) {
      if (clock >= (scan.blockEnd[block] as number)) return gap
      if (client === own && clock >= (scan.clock[i] as number)) return comesLater
      this.fresh = this.placed.newAt(client, clock)
      this.known = null
      return null
    }
    this.fresh = none
    const known =
      (left === null ? null : neighbourAt(left, client, clock)) ?? knownAt(this.placed.store as Store, client, clock)
    this.known = known
    return known === null ? gap : null
  }

  private foundHome(): Home {
    const { known } = this
    if (known === null) return this.placed.home[this.fresh] as Home
    return known instanceof Y.Item ? (known.parent as AnyType) : null
  }

  private foundSub(): string | null {
    const { known } = this
    if (known === null) return this.placed.sub[this.fresh] as string | null
    return known instanceof Y.Item ? known.parentSub : null
  }

  /** The update itself deletes this text, so its writer does not miss it. */
  private isDeletedToo(i: number, client: number): boolean {
    this.deletions ??= new Deletions(this.scan)
    const start = this.scan.clock[i] as number
    return this.deletions.cover(client, start, start + (this.scan.length[i] as number))
  }
}

/** What stands right of something is nearly always what comes next to it, or in the same run of letters. */
function neighbourAt(left: Known, client: number, clock: number): Known | null {
  if (left instanceof Y.GC) return null
  if (left.id.client === client && left.id.clock <= clock && clock < left.id.clock + left.length) return left
  const { right } = left
  return right !== null && right.id.clock === clock && right.id.client === client ? right : null
}
