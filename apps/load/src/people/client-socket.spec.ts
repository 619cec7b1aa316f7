import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { ClientSocket } from './client-socket.ts'

/** Against the WebSocket server that everyone uses: ours has to be understood by it, and to understand it. */
describe('a client socket', () => {
  let server: WebSocketServer
  let line: WebSocket
  let socket: ClientSocket
  let heard: { readonly bytes: Buffer; readonly length: number }[]
  let closedWith: number | null
  let cookie: string | undefined

  const opens = async (keep = Infinity): Promise<void> => {
    const came = once(server, 'connection') as Promise<[WebSocket, { headers: { cookie?: string } }]>
    const { port } = server.address() as AddressInfo
    socket = new ClientSocket(`ws://127.0.0.1:${port}/somewhere`, 'a=b', keep, {
      opened: () => undefined,
      received: (bytes, start, end, length) =>
        void heard.push({ bytes: Buffer.from(bytes.subarray(start, end)), length }),
      closed: (code) => void (closedWith = code),
    })
    const [other, request] = await came
    line = other
    cookie = request.headers.cookie
  }
  /** By then everything that was under way has had its time. */
  const somebodyElseHasCome = async (): Promise<void> => {
    const other = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    await once(other, 'open')
    other.ping()
    await once(other, 'pong')
    other.terminate()
  }
  const until = async (holds: () => boolean): Promise<void> => {
    const deadline = Date.now() + 10_000
    while (!holds()) {
      if (Date.now() > deadline) throw new Error('it did not happen')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  beforeEach(async () => {
    heard = []
    closedWith = null
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    await once(server, 'listening')
  })
  afterEach(async () => {
    socket.drop()
    for (const one of server.clients) one.terminate()
    await new Promise((resolve) => server.close(resolve))
  })

  it.each([0, 1, 125, 126, 65_535, 65_536, 3_000_000])(
    'brings a message of %i bytes there and back',
    async (length) => {
      await opens()
      line.on('message', (data: Buffer) => line.send(data))
      const message = Buffer.alloc(length, 'witboek')
      socket.send(message)
      await until(() => heard.length === 1)
      expect(heard[0]?.bytes.equals(message)).toBe(true)
    },
  )

  it('shows its cookie', async () => {
    await opens()
    expect(cookie).toBe('a=b')
  })

  it('hears many messages in one go, each for itself, and in order', async () => {
    await opens()
    for (let i = 0; i < 1_000; i++) line.send(Buffer.from(`message ${i}`))
    await until(() => heard.length === 1_000)
    expect(heard.map(({ bytes }) => bytes.toString())).toEqual(Array.from({ length: 1_000 }, (_, i) => `message ${i}`))
  })

  it('looks only at the beginning of long ones, and at all that comes after them', async () => {
    await opens(100)
    for (const length of [5_000_000, 10, 300, 2_000_000, 20]) line.send(Buffer.alloc(length, 'x'))
    await until(() => heard.length === 5)
    expect(heard.map(({ bytes, length }) => [bytes.byteLength, length])).toEqual([
      [100, 5_000_000],
      [10, 10],
      [100, 300],
      [100, 2_000_000],
      [20, 20],
    ])
  })

  it('answers when it is asked for a sign of life', async () => {
    await opens()
    line.ping()
    await once(line, 'pong')
  })

  it('tells with which code the server ended the line', async () => {
    await opens()
    line.close(4508, 'too-slow')
    await until(() => closedWith !== null)
    expect(closedWith).toBe(4508)
  })

  it('tells of a line that broke off', async () => {
    await opens()
    line.terminate()
    await until(() => closedWith !== null)
    expect(closedWith).toBe(1006)
  })

  it('takes nothing while it is paused, and everything after', async () => {
    await opens()
    socket.pause()
    for (let i = 0; i < 10; i++) line.send(Buffer.alloc(1_000_000))
    await somebodyElseHasCome()
    expect(heard).toHaveLength(0)
    socket.resume()
    await until(() => heard.length === 10)
  })
})
