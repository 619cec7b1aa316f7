import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { framed } from './web-socket-frame.ts'

const server = createServer()
const sockets = new WebSocketServer({ noServer: true })
let client: WebSocket
let stream: Duplex
beforeAll(async () => {
  server.on('upgrade', (request, socket: Duplex, head) => {
    stream = socket
    sockets.handleUpgrade(request, socket, head, () => undefined)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(client, 'open')
})
afterAll(() => {
  client.terminate()
  server.close()
})

describe('a WebSocket frame', () => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('of %i bytes arrives as it was sent', async (size) => {
    const message = Uint8Array.from({ length: size }, (_, i) => i % 251)
    const arrived = once(client, 'message')
    stream.write(framed(message))
    const [data, isBinary] = (await arrived) as [Buffer, boolean]
    expect(isBinary).toBe(true)
    expect(Buffer.compare(data, message)).toBe(0)
  })

  it('is made once for everyone in a hall', () => {
    const message = Uint8Array.of(1, 2, 3)
    expect(framed(message)).toBe(framed(message))
  })
})
