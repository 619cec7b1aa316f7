import { caretsFrame, syncFrame } from '@witboek/book'
import { updateBytes, type Chance } from '@witboek/testkit'
import * as encoding from 'lib0/encoding'
import { Times } from './times.ts'

const { letters, node, run, update } = updateBytes
type Ref = updateBytes.Ref

const alphabet = 'etaoinsrhldcumfpgwybv '
/** After so many letters in a row somebody reads back, and goes on elsewhere in the own text. */
const stretch = 60

/**
 * What somebody writes and points with in one section, under one Yjs client id. The updates are put together by hand, byte
 * for byte what an editor sends that types letter by letter: a document per writer would cost more than the server under test.
 */
export class Pen {
  readonly client: number
  private readonly chance: Chance
  private clock = 0
  private caretClock = 0
  private run: Ref | null = null
  private left: Ref | null = null
  private right: Ref | null = null
  private inARow = 0
  /** The last letter at the end of the own text. */
  private end: Ref | null = null
  /** The left one of two letters in the own text that nothing was put between yet. */
  private between: Ref | null = null
  private readonly typedAt = new Times()
  private readonly movedAt = new Times()

  constructor(chance: Chance) {
    this.chance = chance
    // Never by the seed: to a server that has seen an earlier run, the same id with the same letters is nothing new.
    this.client = 1 + Math.floor(Math.random() * 2 ** 31)
  }

  /** The own paragraph, behind the last of the text (`null`: the text is empty), with room for letters. */
  begin(last: Ref | null): Uint8Array {
    const spot = last ? { origin: last } : { parent: 'body' }
    this.run = [this.client, 1]
    this.clock = 2
    return update([
      { client: this.client, clock: 0, structs: [node(spot, 'paragraph'), run({ parent: [this.client, 0] })] },
    ])
  }

  get began(): boolean {
    return this.run !== null
  }

  /** One more letter, typed now. */
  letter(now: number): Uint8Array {
    return this.text(alphabet[this.chance.below(alphabet.length)] as string, now)
  }

  /** A piece of text in one go. */
  text(text: string, now: number): Uint8Array {
    if (!this.run) throw new Error('a pen that did not begin')
    if (this.inARow >= stretch) this.moveOn()
    const spot = this.left ? { origin: this.left, ...(this.right ? { right: this.right } : {}) } : { parent: this.run }
    const bytes = update([{ client: this.client, clock: this.clock, structs: [letters(spot, text)] }])
    this.typedAt.set(this.clock, now)
    this.clock += text.length
    this.left = [this.client, this.clock - 1]
    this.inARow += text.length
    if (!this.right) this.atTheEnd(this.left)
    return bytes
  }

  /** Takes out the last of these letters, as undo after a paste does. */
  takeOut(length: number): Uint8Array {
    return update([], [{ client: this.client, ranges: [[this.clock - length, length]] }])
  }

  /** The caret stands behind the last letter, as of now. */
  caret(now: number): Uint8Array {
    const [client, clock] = this.left ?? [this.client, 0]
    const place = `{"type":null,"tname":null,"item":{"client":${client},"clock":${clock}},"assoc":0}`
    const state =
      `{"user":{"name":"Simulated Writer ${this.client % 1000}","color":"#30bced"},` +
      `"cursor":{"anchor":${place},"head":${place}}}`
    this.caretClock += 1
    this.movedAt.set(this.caretClock, now)
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, this.caretClock)
    encoding.writeVarString(encoder, state)
    return encoding.toUint8Array(encoder)
  }

  typedWhen(clock: number): number | undefined {
    return this.typedAt.get(clock)
  }

  movedWhen(clock: number): number | undefined {
    return this.movedAt.get(clock)
  }

  private atTheEnd(last: Ref): void {
    const { end } = this
    // Typed one after the other, at the end: neighbours.
    if (end && last[1] === end[1] + 1 && this.inARow === stretch / 2) this.between = end
    this.end = last
  }

  /** From the end back into the own text, and from there to the end again. */
  private moveOn(): void {
    this.inARow = 0
    const { between, end } = this
    const goesBack = this.right === null && between !== null
    this.left = goesBack ? between : end
    this.right = goesBack ? [between[0], between[1] + 1] : null
    if (goesBack) this.between = null
  }
}

export const asUpdate = (bytes: Uint8Array): Uint8Array => syncFrame('update', bytes)
export const asCarets = (bytes: Uint8Array): Uint8Array => caretsFrame(bytes)
