/** Reads numbers out of bytes that are not copied first. One of these is used again for every message. */
export class Reader {
  bytes: Uint8Array = new Uint8Array()
  at = 0
  end = 0

  over(bytes: Uint8Array, start = 0, end = bytes.byteLength): this {
    this.bytes = bytes
    this.at = start
    this.end = end
    return this
  }

  byte(): number {
    if (this.at >= this.end) throw new RangeError('the bytes end too early')
    return this.bytes[this.at++] as number
  }

  varUint(): number {
    let value = 0
    let weight = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * weight
      if (byte < 128) return value
      weight *= 128
    }
  }

  /** Passes over a piece that says its own length; answers that length. */
  sized(): number {
    const length = this.varUint()
    this.at += length
    return length
  }
}
