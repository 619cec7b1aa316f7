/** These bytes are no update that an honest client writes; the message says why. */
export class NotAnUpdate extends Error {}

/** JSON and plain values nested deeper than this decode once, and then make encoding throw for ever. */
const nestingMax = 16
/** From this many bytes on, a text is looked at sixteen bytes at a time. */
const longText = 32

// The same settings as lib0: what it would throw on must not pass here.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads what lib0 wrote, but strictly: it never reads past the end and builds no more than was paid for in bytes. */
export class ByteReader {
  bytes: Uint8Array = new Uint8Array()
  at = 0
  private words: Int32Array | null = null

  open(bytes: Uint8Array): void {
    this.bytes = bytes
    this.at = 0
    this.words = null
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  byte(): number {
    if (this.at >= this.bytes.length) throw new NotAnUpdate('cut off')
    return this.bytes[this.at++] as number
  }

  varUint(): number {
    const { bytes } = this
    const end = bytes.length
    let at = this.at
    if (at >= end) throw new NotAnUpdate('cut off')
    let byte = bytes[at++] as number
    if (byte < 128) {
      this.at = at
      return byte
    }
    let value = byte & 127
    let scale = 128
    do {
      if (at >= end) throw new NotAnUpdate('cut off')
      byte = bytes[at++] as number
      value += (byte & 127) * scale
      scale *= 128
      if (value > Number.MAX_SAFE_INTEGER || scale > 2 ** 63) throw new NotAnUpdate('a number that is too large')
    } while (byte >= 128)
    this.at = at
    return value
  }

  /** A number of things of at least `least` bytes each: more than can still follow is a claim, not a count. */
  count(least: number): number {
    const count = this.varUint()
    if (count * least > this.left) throw new NotAnUpdate('it claims more than it holds')
    return count
  }

  /** Where a text starts and how long it is in bytes; the reader stands behind it. Its letters are not looked at yet. */
  skipText(): number {
    const length = this.varUint()
    if (length > this.left) throw new NotAnUpdate('cut off')
    this.at += length
    return length
  }

  /**
   * The length in UTF-16 units of a text that ends where the reader stands. Throws on bytes that are no UTF-8. This and
   * not the platform's decoder: making a string of every text would cost more than all other checks together.
   */
  unitsOf(length: number): number {
    const { bytes, at: end } = this
    let at = end - length
    let units = length
    while (at < end) {
      if (end - at >= longText) at = this.skipAscii(at, end)
      // What stopped the big steps is somewhere in these bytes; trying again after each of them would cost most.
      const stop = Math.min(at + longText, end)
      while (at < stop) {
        if ((bytes[at] as number) < 0x80) {
          at++
          continue
        }
        const size = sizeOfLetter(bytes, at, end)
        units -= size === 2 ? 1 : 2
        at += size
      }
    }
    return units
  }

  /** Steps over letters of one byte, sixteen at a time; the answer is a place from which to go on one by one. */
  private skipAscii(from: number, end: number): number {
    const { bytes } = this
    // Words of four bytes lie at places that can be divided by four, counted from the start of the memory below.
    const shift = bytes.byteOffset & 3
    this.words ??= new Int32Array(bytes.buffer, bytes.byteOffset - shift, (shift + bytes.length) >> 2)
    const { words } = this
    let at = from
    while (((at + shift) & 3) !== 0) if ((bytes[at++] as number) >= 0x80) return at - 1
    let word = (at + shift) >> 2
    const last = ((end + shift) >> 2) - 4
    while (word <= last) {
      const four =
        (words[word] as number) |
        (words[word + 1] as number) |
        (words[word + 2] as number) |
        (words[word + 3] as number)
      if ((four & 0x80808080) !== 0) break
      word += 4
    }
    return (word << 2) - shift
  }

  /** The text that ends where the reader stands. */
  text(length: number): string {
    try {
      return decoder.decode(this.bytes.subarray(this.at - length, this.at))
    } catch {
      throw new NotAnUpdate('letters that are none')
    }
  }

  /** One of lib0's plain values. */
  any(depth = 0): unknown {
    if (depth > nestingMax) throw new NotAnUpdate('nested too deep')
    const kind = this.byte()
    switch (kind) {
      case 127:
        return undefined
      case 126:
        return null
      case 125:
        return this.varInt()
      case 124:
        return this.part(4).getFloat32(0, false)
      case 123:
        return this.part(8).getFloat64(0, false)
      case 122:
        return this.part(8).getBigInt64(0, false)
      case 121:
        return false
      case 120:
        return true
      case 119:
        return this.text(this.skipText())
      case 118:
        return this.object(depth)
      case 117: {
        const values: unknown[] = []
        for (let rest = this.count(1); rest > 0; rest--) values.push(this.any(depth + 1))
        return values
      }
      default:
        throw new NotAnUpdate('a value of an unknown kind')
    }
  }

  /** A value as JSON text. */
  json(): unknown {
    const length = this.skipText()
    const start = this.at - length
    // Nearly every mark says `null` or `{}`.
    if (length === 2 && this.bytes[start] === 123 && this.bytes[start + 1] === 125) return {}
    if (length === 4 && this.bytes[start] === 110 && this.bytes[start + 1] === 117) {
      if (this.bytes[start + 2] === 108 && this.bytes[start + 3] === 108) return null
    }
    const text = this.text(length)
    if (nestingOf(text) > nestingMax) throw new NotAnUpdate('nested too deep')
    try {
      return JSON.parse(text, text.includes('__proto__') || text.includes('\\') ? noPrototype : undefined)
    } catch (error) {
      throw error instanceof NotAnUpdate ? error : new NotAnUpdate('JSON that is none')
    }
  }

  private object(depth: number): unknown {
    const value: Record<string, unknown> = {}
    for (let rest = this.count(2); rest > 0; rest--) {
      const key = this.text(this.skipText())
      if (key === '__proto__') throw new NotAnUpdate('a key that is none')
      value[key] = this.any(depth + 1)
    }
    return value
  }

  private varInt(): number {
    const first = this.byte()
    let value = first & 63
    let byte = first
    for (let scale = 64; byte >= 128; scale *= 128) {
      byte = this.byte()
      value += (byte & 127) * scale
      if (value > Number.MAX_SAFE_INTEGER) throw new NotAnUpdate('a number that is too large')
    }
    return first & 64 ? -value : value
  }

  private part(length: number): DataView {
    if (length > this.left) throw new NotAnUpdate('cut off')
    this.at += length
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at - length, length)
  }
}

/** How many bytes the letter takes that begins here, of those that take more than one. */
function sizeOfLetter(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] as number
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  if (first < 0xc2 || first > 0xf4 || at + size > end) throw new NotAnUpdate('letters that are none')
  const second = bytes[at + 1] as number
  // Longer than needed, half a letter of two units, or beyond the last letter there is.
  const from = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const to = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < from || second > to) throw new NotAnUpdate('letters that are none')
  for (let i = at + 2; i < at + size; i++) {
    if (((bytes[i] as number) & 0xc0) !== 0x80) throw new NotAnUpdate('letters that are none')
  }
  return size
}

function nestingOf(json: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < json.length; i++) {
    const letter = json.charCodeAt(i)
    if (letter === 34) quoted = !quoted
    else if (letter === 92) i++
    else if (quoted) continue
    else if (letter === 91 || letter === 123) deepest = Math.max(deepest, ++depth)
    else if (letter === 93 || letter === 125) depth--
  }
  return deepest
}

function noPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new NotAnUpdate('a key that is none')
  return value
}
