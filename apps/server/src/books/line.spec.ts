import type { AddressInfo } from 'node:net'
import { ReadingPace } from '@witboek/live'
import { HandClock, until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Line } from './line.ts'
import { accountRates, lineRates } from './reading-pace.ts'

/** Both ends of a real WebSocket; only the clock is turned by hand. */
async function aLine(clock: HandClock, account = new ReadingPace(accountRates, clock.now())) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const socket = await new Promise<WebSocket>((resolve) => server.once('connection', resolve))
  const came: number[] = []
  const ends: { code: number; reason: string }[] = []
  let tooFast = 0
  const line = new Line(socket, {
    clock,
    account,
    receive: (frame) => came.push(frame.byteLength),
    tooFast: () => (tooFast += 1),
  })
  client.on('close', (code, reason) => ends.push({ code, reason: reason.toString() }))
  await until('it is open', () => client.readyState === client.OPEN)
  ends.length = 0
  return {
    line,
    socket,
    client,
    came,
    ends,
    tooFast: () => tooFast,
    async brings(messages: number, size = 4): Promise<void> {
      const frame = new Uint8Array(size)
      for (let i = 0; i < messages; i++)
        await new Promise((resolve) => (i % 100 === 99 ? client.send(frame, resolve) : resolve(client.send(frame))))
    },
    close() {
      client.terminate()
      server.close()
    },
  }
}

let clock: HandClock
const open: { close(): void }[] = []
beforeEach(() => {
  clock = new HandClock()
})
afterEach(() => {
  for (const line of open.splice(0)) line.close()
})

const quiet = () => new Promise((resolve) => setTimeout(resolve, 100))

describe('[I6] a line', () => {
  it('is not read before somebody listens', async () => {
    const { line, brings, came, close } = await aLine(clock)
    open.push({ close })
    await brings(3)
    await quiet()
    expect(came).toEqual([])
    line.start()
    await until('it is read', () => came.length === 3)
  })

  it('that brings more than it may is read at its pace, and nothing gets lost', async () => {
    const { line, socket, brings, came, close } = await aLine(clock)
    open.push({ close })
    line.start()
    const { burst } = lineRates.messages
    await brings(burst + 400)
    await until('it is held up', () => socket.isPaused)
    await quiet()
    const held = came.length
    expect(held).toBeGreaterThan(burst)
    for (let second = 0; second < 10 && came.length < burst + 400; second++) {
      clock.turn(1_000)
      await quiet()
    }
    expect(came).toHaveLength(burst + 400)
  })

  it('is held up by what the other lines of its account bring', async () => {
    const account = new ReadingPace(accountRates, clock.now())
    const one = await aLine(clock, account)
    const other = await aLine(clock, account)
    open.push(one, other)
    for (const line of [one, other]) line.line.start()
    for (let i = 0; i < accountRates.messages.burst; i++) account.read(1, clock.now())
    await other.brings(1)
    await until('it is held up', () => other.socket.isPaused)
    expect(one.socket.isPaused).toBe(false)
  })

  it('that would have to wait too long ends, with a way back, and is not taken from any more', async () => {
    const account = new ReadingPace(accountRates, clock.now())
    const { line, brings, came, ends, tooFast, close } = await aLine(clock, account)
    open.push({ close })
    line.start()
    for (let i = 0; i < accountRates.messages.burst + 20 * accountRates.messages.perSecond; i++)
      account.read(1, clock.now())
    await brings(3)
    await until('it has ended', () => ends.length > 0)
    expect(ends).toEqual([{ code: 4500, reason: 'too-many-messages' }])
    expect([tooFast(), came]).toEqual([1, []])
  })

  it('that is closed takes nothing that still comes, and waits two seconds for a goodbye at most', async () => {
    const { line, client, socket, came, close, brings } = await aLine(clock)
    open.push({ close })
    line.start()
    client.pause()
    line.close(4403, 'not-for-your-role')
    expect(line.open).toBe(false)
    await brings(3)
    await quiet()
    expect(came).toEqual([])
    expect(socket.readyState).toBe(socket.CLOSING)
    clock.turn(2_000)
    await until('it is cut', () => socket.readyState === socket.CLOSED)
  })

  it('that was held up is closed all the same, and hears the goodbye', async () => {
    const { line, brings, socket, ends, close } = await aLine(clock)
    open.push({ close })
    line.start()
    await brings(lineRates.messages.burst + 10)
    await until('it is held up', () => socket.isPaused)
    line.close(4401, 'not-signed-in')
    await until('it has ended', () => ends.length > 0)
    expect(ends).toEqual([{ code: 4401, reason: 'not-signed-in' }])
  })
})
