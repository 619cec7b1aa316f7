import * as Y from 'yjs'
import { bodyOf } from './layout.ts'

/**
 * What a section's copy holds, in a few letters: two copies with the same digest hold the same edits, the same deletions
 * and the same text in the same order (I7). Not for secrets: it finds mistakes, not forgery.
 */
export function digestOf(doc: Y.Doc): string {
  const { sv, ds } = Y.snapshot(doc)
  const words = new Hash()
  for (const [client, clock] of [...sv].sort(byClient)) {
    words.take(client)
    words.take(clock)
  }
  for (const [client, ranges] of [...ds.clients].sort(byClient)) {
    words.take(client)
    for (const { clock, len } of ranges) {
      words.take(clock)
      words.take(len)
    }
  }
  words.takeText(bodyOf(doc).toString())
  return words.value()
}

const byClient = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number => a - b

/** FNV-1a, twice with different starts: 64 bits are plenty to notice a mistake. */
class Hash {
  private a = 0x811c9dc5
  private b = 0x01000193

  take(value: number): void {
    this.mix(value >>> 0)
    this.mix(Math.floor(value / 2 ** 32))
  }

  takeText(text: string): void {
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i))
  }

  value(): string {
    return (this.a >>> 0).toString(36) + (this.b >>> 0).toString(36)
  }

  private mix(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x01000193)
    this.b = Math.imul(this.b ^ value, 0x85ebca6b)
    this.b ^= this.b >>> 13
  }
}
