import { textChildren, textMarks, textNodes } from '@witboek/book'
import * as Y from 'yjs'
import type { Chance } from './chance.ts'
import {
  deleted,
  letters,
  mark,
  node,
  plainNumber,
  plainText,
  remains,
  run,
  struct,
  update,
  value,
  type Bytes,
  type Ref,
  type Spot,
} from './update-bytes.ts'

/** Honest bytes with something wrong in them: bits turned over, parts left out, doubled or taken from elsewhere. */
export function damaged(chance: Chance, updates: readonly Uint8Array[]): Uint8Array {
  let bytes = [...chance.pick(updates)]
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const at = chance.below(bytes.length + 1)
    const length = 1 + chance.below(6)
    const other = chance.pick(updates)
    const from = chance.below(other.length)
    const dice = chance.below(7)
    if (dice < 3) bytes[Math.min(at, bytes.length - 1)] = chance.below(256)
    else if (dice === 3) bytes = bytes.map((byte, i) => (i === at ? byte ^ (1 << chance.below(8)) : byte))
    else if (dice === 4) bytes.splice(at, length)
    else if (dice === 5) bytes.splice(at, 0, ...bytes.slice(at, at + length))
    else bytes = [...bytes.slice(0, at), ...other.slice(from, from + 40), ...bytes.slice(at + length)]
    if (bytes.length === 0) bytes = [0]
  }
  return Uint8Array.from(bytes)
}

/** An update that no editor made, out of structs that each look right, or nearly. */
export class Forger {
  private readonly chance: Chance
  private readonly doc: Y.Doc
  private readonly items: Y.Item[] = []
  /** What the forged update brings so far. */
  private made: Ref[] = []

  constructor(chance: Chance, doc: Y.Doc) {
    this.chance = chance
    this.doc = doc
    for (const structs of doc.store.clients.values())
      for (const item of structs) if (item instanceof Y.Item) this.items.push(item)
  }

  forges(clients: readonly number[]): Uint8Array {
    const { chance, doc } = this
    this.made = []
    const blocks = clients.map((client) => {
      const clock = Y.getState(doc.store, client) + (chance.below(30) === 0 ? 1 : 0)
      const structs: Bytes[] = []
      let next = clock
      for (let count = 1 + chance.below(5); count > 0; count--) {
        const [bytes, length] = this.something()
        structs.push(bytes)
        for (let i = 0; i < length; i++) this.made.push([client, next + i])
        next += length
      }
      return { client, clock, structs }
    })
    return update(chance.below(4) === 0 ? [] : blocks, this.deletions())
  }

  private something(): readonly [Bytes, length: number] {
    const { chance } = this
    if (this.items.length > 0 && chance.below(3) > 0) return this.somethingLikely(chance.pick(this.items))
    const spot = this.spot()
    switch (chance.below(14)) {
      case 0:
        return [remains(3), 3]
      case 1:
        return [deleted(spot, 2), 2]
      case 2:
        return [value({ ...spot, sub: chance.pick(['level', 'colspan', 'align', 'x']) }, plainNumber(3)), 1]
      case 3:
        return [value({ ...this.inNode(), sub: chance.pick(['level', 'start', 'align']) }, plainText('left')), 1]
      case 4:
        return [value({ ...this.inNode(), sub: 'level' }, plainNumber(chance.pick([1, 3, 4, 9]))), 1]
      case 5:
        return [mark(spot, chance.pick([...Object.keys(textMarks), 'comment']), chance.pick(['{}', 'null', '[]'])), 1]
      case 6:
      case 7:
        return [node(spot, chance.pick([...Object.keys(textNodes), 'script'])), 1]
      case 8:
        return [run(spot), 1]
      case 9:
        return [struct(chance.below(32), spot, [1, chance.below(128)]), 1]
      default: {
        const text = chance.pick(['x', 'woorden', '😀', 'é'])
        return [letters(spot, text), text.length]
      }
    }
  }

  /** What may stand here, only not always beside what it says. */
  private somethingLikely(left: Y.Item): readonly [Bytes, length: number] {
    const { chance } = this
    const spot = this.between(left)
    const { parent } = left
    if (left.parentSub !== null) return [value({ origin: [left.id.client, left.lastId.clock] }, plainNumber(3)), 1]
    if (parent instanceof Y.XmlText) {
      if (chance.below(3) === 0) return [mark(spot, 'bold', chance.pick(['{}', 'null'])), 1]
      const text = chance.pick(['x', 'woorden', 'é'])
      return [letters(spot, text), text.length]
    }
    const name = parent instanceof Y.XmlElement ? parent.nodeName : 'body'
    const child = chance.pick([...textChildren[name as 'body'], 'text'])
    return [child === 'text' ? run(spot) : node(spot, child), 1]
  }

  private spot(): Spot {
    const { chance } = this
    const dice = chance.below(10)
    if (dice === 0) return { parent: chance.pick(['body', 'body', 'meta']) }
    if (dice === 1) return this.inNode()
    if (dice === 2) return { origin: this.anywhere(), right: this.anywhere() }
    if (dice === 3) return { right: this.anywhere() }
    if (dice === 4) return { origin: this.anywhere() }
    return this.items.length === 0 ? { parent: 'body' } : this.between(chance.pick(this.items))
  }

  private inNode(): { parent: Ref | string } {
    const { chance } = this
    const types = this.items.filter((item) => item.content instanceof Y.ContentType)
    if (chance.below(3) === 0 || types.length === 0) return { parent: this.anywhere() }
    const { client, clock } = chance.pick(types).id
    return { parent: [client, clock] }
  }

  /** Where an editor would put something, or a few things further on. */
  private between(left: Y.Item): Spot {
    const { chance } = this
    const { client, clock } = left.id
    const unit = chance.below(left.length)
    let right: Ref | null = unit + 1 < left.length ? [client, clock + unit + 1] : null
    let next = left.right
    for (let skip = chance.below(3); skip > 0 && next?.right; skip--) next = next.right
    right ??= next && [next.id.client, next.id.clock]
    return { origin: [client, clock + unit], ...(right && { right }) }
  }

  private anywhere(): Ref {
    const { chance } = this
    if (this.made.length > 0 && chance.below(2) === 0) return chance.pick(this.made)
    if (this.items.length === 0) return [1, 0]
    const { id, length } = chance.pick(this.items)
    return [id.client, id.clock + chance.below(length + (chance.below(20) === 0 ? 2 : 0))]
  }

  private deletions(): { client: number; ranges: [number, number][] }[] {
    const { chance } = this
    const clients = [...this.doc.store.clients.keys()]
    if (clients.length === 0 || chance.below(2) === 0) return []
    const client = chance.pick(clients)
    let at = chance.below(Y.getState(this.doc.store, client) + 2)
    const ranges = Array.from({ length: 1 + chance.below(3) }, (): [number, number] => {
      const length = 1 + chance.below(4)
      at += length + chance.below(5)
      return [at - length, length]
    })
    return [{ client, ranges }]
  }
}
