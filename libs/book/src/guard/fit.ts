import type { AnyType } from './known.ts'
import { kinds, none, type Scan } from './scan.ts'
import { bodyNode, mayBeAttribute, mayBeMark, mayCarry, mayStandIn, nodeOf, textRun, unknownName } from './shape.ts'
import { malformed, notAllowed, type Objection } from './verdicts.ts'

/** Deeper than any table in a list in a quote; far deeper, and an honest deletion would overflow the stack. */
const depthMax = 64

/** Whether what is new has a shape that every editor knows, in the place where it stands. */
export class Fit {
  private readonly scan: Scan
  private readonly depth: number[] = []
  private body: AnyType | null = null
  private lastType: AnyType | null = null
  private lastNode = unknownName

  constructor(scan: Scan) {
    this.scan = scan
  }

  start(body: AnyType): void {
    this.body = body
    this.lastType = null
  }

  objectTo(i: number, home: AnyType | number, sub: string | null): Objection | null {
    const { scan } = this
    const node = this.nodeOf(home)
    if (sub !== null) return this.objectToAttribute(i, node, sub)
    if (scan.isSub[i]) return malformed('it says it is an attribute, and is none')
    switch (scan.kind[i] as number) {
      case kinds.text:
        return node === textRun ? null : notAllowed('letters outside a text')
      case kinds.format:
        if (node !== textRun) return notAllowed('a mark outside a text')
        return mayBeMark(scan.at[i] as number, scan.value[i]) ? null : notAllowed('a mark that no section holds')
      case kinds.type:
        if (!mayStandIn(scan.at[i] as number, node)) return notAllowed('a node where it cannot stand')
        this.depth[i] = this.depthOf(home) + 1
        return (this.depth[i] as number) <= depthMax ? null : notAllowed('nodes within nodes without end')
      case kinds.deleted:
        return node === unknownName ? notAllowed('it stands outside the body') : null
      default:
        return notAllowed('a value outside an attribute')
    }
  }

  private objectToAttribute(i: number, node: number, sub: string): Objection | null {
    const { scan } = this
    if (scan.rightClient[i] !== none) return malformed('an attribute that stands before another')
    if (!mayCarry(node, sub)) return notAllowed('an attribute that its node has not')
    if (scan.kind[i] === kinds.deleted) return null
    if (scan.kind[i] !== kinds.any) return notAllowed('an attribute that is no value')
    return (scan.value[i] as unknown[]).every((value) => mayBeAttribute(sub, value))
      ? null
      : notAllowed('an attribute with a value that no section holds')
  }

  private nodeOf(home: AnyType | number): number {
    if (typeof home === 'number') return this.scan.at[home] as number
    if (home === this.lastType) return this.lastNode
    this.lastType = home
    const node = nodeOf(home)
    return (this.lastNode = node === bodyNode && home !== this.body ? unknownName : node)
  }

  private depthOf(home: AnyType | number): number {
    if (typeof home === 'number') return this.depth[home] as number
    let depth = 0
    for (let item = home._item; item !== null && depth <= depthMax; depth++) {
      item = (item.parent as AnyType)._item
    }
    return depth
  }
}
