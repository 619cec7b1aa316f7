import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'

/**
 * The least a server can do: what one sends, all others in the room get, in a frame that is made once for all. No
 * documents, no checks, nothing kept. With TICK (ms) it gathers what comes in for so long, and everyone gets that in one go.
 */
const tick = Number(process.env['TICK'] ?? 0)

interface Room {
  readonly sockets: Set<Duplex>
  waiting: Buffer[]
}

const rooms = new Map<string, Room>()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 4 * 1024 * 1024 })
const server = createServer((_request, response) => void response.end('relay'))

server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (line) => {
    const room = roomOf(request.url ?? '/')
    room.sockets.add(socket)
    line.on('message', (data: Buffer) => (tick > 0 ? gather(room, frame(data)) : pass(room, frame(data), socket)))
    line.on('error', () => line.terminate())
    line.on('close', () => room.sockets.delete(socket))
  })
})

function roomOf(name: string): Room {
  const room = rooms.get(name) ?? { sockets: new Set<Duplex>(), waiting: [] }
  rooms.set(name, room)
  return room
}

function pass(room: Room, bytes: Buffer, from: Duplex): void {
  for (const socket of room.sockets) if (socket !== from) socket.write(bytes)
}

/** Its own words come back to a sender here: cheaper than making bytes for each. */
function gather(room: Room, bytes: Buffer): void {
  if (room.waiting.push(bytes) > 1) return
  setTimeout(() => {
    const all = Buffer.concat(room.waiting)
    room.waiting = []
    for (const socket of room.sockets) socket.write(all)
  }, tick)
}

/** A binary message in one frame, as a server sends it: without a mask. */
function frame(data: Buffer): Buffer {
  const { byteLength } = data
  const head = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(head + byteLength)
  bytes[0] = 130
  bytes[1] = head === 2 ? byteLength : head === 4 ? 126 : 127
  if (head === 4) bytes.writeUInt16BE(byteLength, 2)
  if (head === 10) bytes.writeBigUInt64BE(BigInt(byteLength), 2)
  data.copy(bytes, head)
  return bytes
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
