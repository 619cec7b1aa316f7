import { once } from 'node:events'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SocketIoLine } from './socket-io-line.ts'

interface Told {
  news: (news: string, more?: number) => void
}

describe('a line to a Socket.IO server', () => {
  let http: HttpServer
  let address: string
  let server: Server
  let line: SocketIoLine<Told> | null
  let lets: (socket: Socket) => Error | undefined

  beforeEach(async () => {
    lets = () => undefined
    line = null
    http = createServer().listen(0, '127.0.0.1')
    await once(http, 'listening')
    address = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`
    server = new Server(http, {
      pingInterval: 100,
      pingTimeout: 100,
      connectionStateRecovery: { skipMiddlewares: false },
    })
    server.use((socket, next) => next(lets(socket)))
    server.on('connection', (socket) => {
      socket.on('echo', (message: unknown, answer: (answer: unknown) => void) => answer({ heard: message }))
      socket.on('silence', () => undefined)
    })
  })
  afterEach(async () => {
    line?.disconnect()
    await server.close()
  })

  const opens = (): SocketIoLine<Told> => {
    line = new SocketIoLine(address)
    return line
  }
  const heard = (line: SocketIoLine<Told>, name: 'connect' | 'disconnect' | 'connect_error') =>
    new Promise<void>((resolve) => line.on(name, resolve))
  const socket = async () => (await server.fetchSockets())[0] as unknown as Socket

  it('comes in, asks and is answered; also what was asked before it was in', async () => {
    const line = opens()
    expect(line.connected).toBe(false)
    expect(await line.ask('echo', { text: 'één 😀\n"twee"' }, 5_000)).toEqual({ heard: { text: 'één 😀\n"twee"' } })
    expect(line.connected).toBe(true)
    expect(await Promise.all([1, 2, 3].map((n) => line.ask('echo', n, 5_000)))).toEqual(
      [1, 2, 3].map((heard) => ({ heard })),
    )
  })

  it('hears what the server tells, until it hears no more', async () => {
    const line = opens()
    const news = vi.fn()
    line.on('news', news)
    await heard(line, 'connect')
    ;(await socket()).emit('news', 'one', 1)
    await line.ask('echo', null, 5_000)
    expect(news.mock.calls.map(([first, second]) => [first, second] as unknown)).toEqual([['one', 1]])
    line.off('news', news)
    ;(await socket()).emit('news', 'two')
    await line.ask('echo', null, 5_000)
    expect(news).toHaveBeenCalledTimes(1)
  })

  it('answers nothing when nobody answers in time', async () => {
    expect(await opens().ask('silence', null, 50)).toBeNull()
  })

  it('stays as long as the server asks whether it is there', async () => {
    const line = opens()
    await heard(line, 'connect')
    const { conn } = await socket()
    for (let beats = 0; beats < 4; beats += 1) await once(conn, 'heartbeat')
    expect(line.connected).toBe(true)
  })

  it('comes back when the line was lost, as what it was; what was asked meanwhile is not known', async () => {
    const line = opens()
    await heard(line, 'connect')
    const before = await socket()
    await before.join('hall')
    const news = vi.fn()
    line.on('news', news)
    before.emit('news', 'with an offset')
    await line.ask('echo', null, 5_000)
    const lost = heard(line, 'disconnect')
    const asked = line.ask('silence', null, 60_000)
    before.conn.close()
    await lost
    expect(line.connected).toBe(false)
    expect(await asked).toBeNull()
    server.to('hall').emit('news', 'missed')
    await heard(line, 'connect')
    await vi.waitFor(() =>
      expect(news.mock.calls.map(([first]) => first as unknown)).toEqual(['with an offset', 'missed']),
    )
    expect((await socket()).recovered).toBe(true)
  })

  it('is lost when the server falls silent', async () => {
    const line = opens()
    await heard(line, 'connect')
    const lost = heard(line, 'disconnect')
    // The server says nothing any more, and does not close either.
    const { conn } = await socket()
    Object.assign(conn, { sendPacket: () => undefined })
    await lost
    expect(line.connected).toBe(false)
  })

  it('does not come back when the server has shown it out', async () => {
    const line = opens()
    await heard(line, 'connect')
    const lost = heard(line, 'disconnect')
    ;(await socket()).disconnect(true)
    await lost
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(await server.fetchSockets()).toHaveLength(0)
  })

  it('tells that it is not let in', async () => {
    lets = () => new Error('not-signed-in')
    const line = opens()
    await heard(line, 'connect_error')
    expect(line.connected).toBe(false)
  })

  it('tells that there is no server', async () => {
    await server.close()
    const line = opens()
    await heard(line, 'connect_error')
    expect(line.connected).toBe(false)
  })

  it('leaves when it is told to, and asks nothing more', async () => {
    const line = opens()
    await heard(line, 'connect')
    const gone = once(await socket(), 'disconnect')
    const asked = line.ask('silence', null, 60_000)
    line.disconnect()
    await gone
    expect(await asked).toBeNull()
    expect(line.connected).toBe(false)
  })
})
