import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

interface SocketHands {
  readonly opened: () => void
  /**
   * One message, from `start` up to `end` in `bytes`; they are overwritten after the call. Of a message longer than `keep`
   * only the beginning is there; `length` is always the whole.
   */
  readonly received: (bytes: Buffer, start: number, end: number, length: number) => void
  /** 1006: without a goodbye. */
  readonly closed: (code: number) => void
}

/** All sockets read into one piece of memory: what is read is looked at before the next one reads. */
const readInto = Buffer.allocUnsafe(512 * 1024)
const mask = Buffer.from([0x5a, 0x17, 0xc3, 0x88])
const opcode = { binary: 2, close: 8, ping: 9, pong: 10 } as const

/**
 * A WebSocket that costs a generator next to nothing: thousands of readers share one core with it (decision 0014). It
 * speaks what our servers speak – binary messages in one frame each, ping, close – and nothing else.
 */
export class ClientSocket {
  bytesIn = 0
  bytesOut = 0
  private readonly socket: Socket
  private readonly hands: SocketHands
  private readonly keep: number
  private upgraded = false
  /** The start of something whose end has not come yet. */
  private rest: Buffer | null = null
  /** How much of a long message, whose beginning was handed over, is still to be passed over. */
  private skip = 0
  private code = 1006
  private over = false

  constructor(address: string, cookie: string | null, keep: number, hands: SocketHands) {
    const { hostname, port, pathname, host, protocol } = new URL(address)
    if (protocol !== 'ws:') throw new Error(`only ws:// addresses can be spoken to, not ${address}`)
    this.hands = hands
    this.keep = keep
    this.socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: readInto,
        callback: (size) => {
          this.came(readInto.subarray(0, size))
          return true
        },
      },
    })
    this.socket.on('connect', () =>
      this.write(
        Buffer.from(
          `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
            `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n` +
            `Origin: http://${host}\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
        ),
      ),
    )
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => this.ended())
  }

  /** Sends messages, each in a frame of its own, all in one go. */
  send(...messages: readonly Uint8Array[]): void {
    this.write(
      messages.length === 1 ? frame(messages[0] as Uint8Array) : Buffer.concat(messages.map((one) => frame(one))),
    )
  }

  /** Stops taking what comes in, as a sleeping phone does: it fills up on the way. */
  pause(): void {
    this.socket.pause()
  }

  resume(): void {
    this.socket.resume()
  }

  /** Gone without a word, as when a network falls away. */
  drop(): void {
    this.socket.destroy()
    this.ended()
  }

  private write(bytes: Buffer): void {
    this.bytesOut += bytes.byteLength
    this.socket.write(bytes)
  }

  private ended(): void {
    if (this.over) return
    this.over = true
    this.hands.closed(this.code)
  }

  private came(chunk: Buffer): void {
    this.bytesIn += chunk.byteLength
    if (this.over) return
    let bytes = chunk
    if (this.skip > 0) {
      const passed = Math.min(this.skip, bytes.byteLength)
      this.skip -= passed
      bytes = bytes.subarray(passed)
    }
    if (bytes.byteLength === 0) return
    if (this.rest) bytes = Buffer.concat([this.rest, bytes])
    this.rest = null
    const at = this.upgraded ? this.frames(bytes, 0) : this.upgrade(bytes)
    // A copy: the memory is somebody else's in the next turn.
    if (at < bytes.byteLength) this.rest = Buffer.from(bytes.subarray(at))
  }

  /** The answer to the request; answers how much of the bytes has been dealt with. */
  private upgrade(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return 0
    if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
      this.drop()
      return bytes.byteLength
    }
    this.upgraded = true
    this.hands.opened()
    return this.frames(bytes, end + 4)
  }

  private frames(bytes: Buffer, from: number): number {
    let at = from
    while (!this.over && bytes.byteLength - at >= 2) {
      const short = (bytes[at + 1] as number) & 127
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (bytes.byteLength - at < head) break
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
      const start = at + head
      const needed = Math.min(length, this.keep)
      if (bytes.byteLength - start < needed) break
      this.message((bytes[at] as number) & 15, bytes, start, start + needed, length)
      at = start + length
      if (at > bytes.byteLength) {
        this.skip = at - bytes.byteLength
        return bytes.byteLength
      }
    }
    return at
  }

  private message(kind: number, bytes: Buffer, start: number, end: number, length: number): void {
    if (kind === opcode.binary) return this.hands.received(bytes, start, end, length)
    if (kind === opcode.ping) return this.write(frame(bytes.subarray(start, end), opcode.pong))
    if (kind !== opcode.close) return
    this.code = length >= 2 ? bytes.readUInt16BE(start) : 1005
    this.write(frame(bytes.subarray(start, end), opcode.close))
    this.socket.end()
  }
}

/** A client masks what it sends, and a server has to take the mask off: that is part of what is measured. */
function frame(message: Uint8Array, kind: number = opcode.binary): Buffer {
  const { byteLength } = message
  const head = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(head + 4 + byteLength)
  bytes[0] = 128 | kind
  bytes[1] = 128 | (head === 2 ? byteLength : head === 4 ? 126 : 127)
  if (head === 4) bytes.writeUInt16BE(byteLength, 2)
  if (head === 10) bytes.writeBigUInt64BE(BigInt(byteLength), 2)
  mask.copy(bytes, head)
  for (let i = 0; i < byteLength; i++) bytes[head + 4 + i] = (message[i] as number) ^ (mask[i & 3] as number)
  return bytes
}
