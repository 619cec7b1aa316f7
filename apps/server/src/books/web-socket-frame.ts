/** What was put into a frame before: the same bytes go to everyone in a hall. */
const known = new WeakMap<Uint8Array, Buffer>()

/** A binary message as one whole WebSocket frame, as a server sends it: not masked (RFC 6455, 5.2). */
export function framed(message: Uint8Array): Buffer {
  const before = known.get(message)
  if (before) return before
  const { byteLength } = message
  const header = headerFor(byteLength)
  const frame = Buffer.allocUnsafe(header.length + byteLength)
  frame.set(header)
  frame.set(message, header.length)
  known.set(message, frame)
  return frame
}

/** The last frame of its message, and binary. */
const finalBinary = 0x82

/** The length stands in 7 bits, or behind 126 in 16, or behind 127 in 64. */
function headerFor(length: number): Buffer {
  if (length < 126) return Buffer.of(finalBinary, length)
  if (length < 2 ** 16) return Buffer.of(finalBinary, 126, length >> 8, length & 0xff)
  const header = Buffer.alloc(10)
  header.set([finalBinary, 127])
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
