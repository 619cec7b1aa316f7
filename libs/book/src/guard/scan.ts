import { ByteReader, NotAnUpdate } from './bytes.ts'
import { attributeAt, markAt, nodeAt, textRun, unknownName } from './shape.ts'

/** The kinds of struct in version 1 of the update format. */
export const kinds = { gc: 0, deleted: 1, text: 4, format: 6, type: 7, any: 8, skip: 10 } as const

const hasOrigin = 128
const hasRight = 64
const hasSub = 32

/** What one message may bring: an evening of offline work of a whole table fits many times. */
const limits = { bytes: 4 * 1024 * 1024, structs: 500_000, clients: 5_000, clock: 2 ** 40 } as const

/** No client id: nothing stands here. */
export const none = -1
/** The struct says itself that it stands in the section's body. */
export const inBody = -2
/** The struct says itself that it stands in some other root. */
export const inOtherRoot = -3

/** Structs beyond which the lists of a scan are not kept for the next one. */
const keepMax = 20_000

/**
 * An update read strictly, in columns: a struct is a number, and no object is made for it. There is one scan at a time,
 * and its columns are used again: judging is done before the next update is looked at.
 */
export class Scan {
  /** Blocks: the structs of one client id, without a hole between them. */
  blocks = 0
  blockClient: number[] = []
  blockClock: number[] = []
  blockEnd: number[] = []
  /** The number of a block's first struct; one more than there are blocks. */
  blockFirst: number[] = []

  structs = 0
  skips = false
  kind: number[] = []
  clock: number[] = []
  length: number[] = []
  originClient: number[] = []
  originClock: number[] = []
  rightClient: number[] = []
  rightClock: number[] = []
  parentClient: number[] = []
  parentClock: number[] = []
  /** Whether the struct says that it is an attribute; which one is only said by the first of its name. */
  isSub: boolean[] = []
  sub: (string | null)[] = []
  /** Of a text: where its bytes end, and how many there are. Of a type: its node. Of a format: its mark. */
  at: number[] = []
  size: number[] = []
  value: unknown[] = []

  /** Ranges that are deleted, by client and place, in ascending order for each client. */
  deletes = 0
  deleteClient: number[] = []
  deleteClock: number[] = []
  deleteEnd: number[] = []

  readonly reader = new ByteReader()
  private readonly seen = new Map<number, number>()

  /** Throws `NotAnUpdate`. */
  read(update: Uint8Array): void {
    if (update.length > limits.bytes) throw new NotAnUpdate('too large')
    if (this.structs > keepMax || this.deletes > keepMax) this.forget()
    this.reader.open(update)
    this.structs = 0
    this.skips = false
    this.readBlocks()
    this.readDeletes()
    if (this.reader.left > 0) throw new NotAnUpdate('bytes behind the end')
  }

  /** The block of this client id, or `none`. */
  blockOf(client: number): number {
    // With fewer than two the list below is not kept, and still holds an earlier update.
    if (this.blocks < 2) return this.blocks === 1 && this.blockClient[0] === client ? 0 : none
    return this.seen.get(client) ?? none
  }

  /** The client ids that the blocks are of. */
  clients(): number[] {
    const { blockClient: clients } = this
    // Setting the length of a list is slow, and nearly every update has one block.
    return this.blocks === 1 ? [clients[0] as number] : clients.slice(0, this.blocks)
  }

  textOf(struct: number): string {
    const { reader } = this
    reader.at = this.at[struct] as number
    return reader.text(this.size[struct] as number)
  }

  private readBlocks(): void {
    const { reader } = this
    const blocks = reader.count(4)
    if (blocks > limits.clients) throw new NotAnUpdate('too many clients')
    this.blocks = blocks
    if (blocks > 1) this.seen.clear()
    for (let block = 0; block < blocks; block++) {
      const structs = reader.count(2)
      if (structs === 0) throw new NotAnUpdate('an empty block')
      if (this.structs + structs > limits.structs) throw new NotAnUpdate('too many structs')
      const client = reader.varUint()
      if (blocks > 1) {
        if (this.seen.has(client)) throw new NotAnUpdate('two blocks of one client')
        this.seen.set(client, block)
      }
      let clock = reader.varUint()
      this.blockClient[block] = client
      this.blockClock[block] = clock
      this.blockFirst[block] = this.structs
      for (let rest = structs; rest > 0; rest--) {
        this.readStruct(clock)
        clock += this.length[this.structs++] as number
        if (clock >= limits.clock) throw new NotAnUpdate('a clock that is too large')
      }
      this.blockEnd[block] = clock
    }
    this.blockFirst[blocks] = this.structs
  }

  private readStruct(clock: number): void {
    const { reader, structs: i } = this
    const info = reader.byte()
    const kind = info & 31
    this.kind[i] = kind
    this.clock[i] = clock
    if (kind === kinds.gc || kind === kinds.skip) {
      if (info !== kind) throw new NotAnUpdate('flags that are none')
      if (kind === kinds.skip) this.skips = true
      this.originClient[i] = this.rightClient[i] = this.parentClient[i] = none
      this.length[i] = this.someLength()
      return
    }
    this.readPlace(info)
    this.readContent(kind)
  }

  /** Beside what, or in what, a struct stands. */
  private readPlace(info: number): void {
    const { reader, structs: i } = this
    this.isSub[i] = (info & hasSub) !== 0
    this.sub[i] = null
    if (info & hasOrigin) {
      this.originClient[i] = reader.varUint()
      this.originClock[i] = reader.varUint()
    } else this.originClient[i] = none
    if (info & hasRight) {
      this.rightClient[i] = reader.varUint()
      this.rightClock[i] = reader.varUint()
    } else this.rightClient[i] = none
    this.parentClient[i] = none
    if (info & (hasOrigin | hasRight)) return
    const byName = reader.varUint()
    if (byName > 1) throw new NotAnUpdate('flags that are none')
    if (byName === 1) {
      const name = reader.text(reader.skipText())
      this.parentClient[i] = name === 'body' ? inBody : inOtherRoot
    } else {
      this.parentClient[i] = reader.varUint()
      this.parentClock[i] = reader.varUint()
    }
    if (info & hasSub) {
      const length = reader.skipText()
      reader.unitsOf(length)
      this.sub[i] = attributeAt(reader.bytes, reader.at - length, length) ?? ''
    }
  }

  private readContent(kind: number): void {
    const { reader, structs: i } = this
    switch (kind) {
      case kinds.text: {
        const size = reader.skipText()
        this.length[i] = reader.unitsOf(size)
        if (size === 0) throw new NotAnUpdate('nothing where something is said to be')
        this.at[i] = reader.at
        this.size[i] = size
        return
      }
      case kinds.format: {
        const length = reader.skipText()
        reader.unitsOf(length)
        this.at[i] = markAt(reader.bytes, reader.at - length, length)
        this.value[i] = reader.json()
        this.length[i] = 1
        return
      }
      case kinds.type:
        this.at[i] = this.readNode()
        this.length[i] = 1
        return
      case kinds.any: {
        const values: unknown[] = []
        for (let rest = reader.count(1); rest > 0; rest--) values.push(reader.any())
        if (values.length === 0) throw new NotAnUpdate('nothing where something is said to be')
        this.value[i] = values
        this.length[i] = values.length
        return
      }
      case kinds.deleted:
        this.length[i] = this.someLength()
        return
      default:
        throw new NotAnUpdate('a struct of a kind that no section holds')
    }
  }

  /** Of all types that Yjs has, a section holds elements and runs of text. */
  private readNode(): number {
    const { reader } = this
    const type = reader.varUint()
    if (type === 6) return textRun
    if (type !== 3) throw new NotAnUpdate('a type of a kind that no section holds')
    const length = reader.skipText()
    const node = nodeAt(reader.bytes, reader.at - length, length)
    if (node === unknownName) reader.unitsOf(length)
    return node
  }

  private readDeletes(): void {
    const { reader } = this
    const clients = reader.count(2)
    if (clients > limits.clients) throw new NotAnUpdate('too many clients')
    const seen = clients > 1 ? new Set<number>() : null
    let deletes = 0
    for (let rest = clients; rest > 0; rest--) {
      const client = reader.varUint()
      if (seen?.has(client)) throw new NotAnUpdate('two lists of deletions of one client')
      seen?.add(client)
      let reached = 0
      let ranges = reader.count(2)
      if (ranges === 0) throw new NotAnUpdate('an empty list of deletions')
      for (; ranges > 0; ranges--) {
        const clock = reader.varUint()
        if (clock < reached) throw new NotAnUpdate('deletions out of order')
        reached = clock + this.someLength()
        if (reached >= limits.clock) throw new NotAnUpdate('a clock that is too large')
        this.deleteClient[deletes] = client
        this.deleteClock[deletes] = clock
        this.deleteEnd[deletes++] = reached
      }
    }
    this.deletes = deletes
  }

  private someLength(): number {
    const length = this.reader.varUint()
    if (length === 0) throw new NotAnUpdate('nothing where something is said to be')
    return length
  }

  private forget(): void {
    this.kind = []
    this.clock = []
    this.length = []
    this.originClient = []
    this.originClock = []
    this.rightClient = []
    this.rightClock = []
    this.parentClient = []
    this.parentClock = []
    this.isSub = []
    this.sub = []
    this.at = []
    this.size = []
    this.value = []
    this.deleteClient = []
    this.deleteClock = []
    this.deleteEnd = []
  }
}
