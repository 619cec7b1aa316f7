import { emptyManifest, type SectionId } from '@witboek/domain'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bookFrame, bookSlot, flushedFrame, inSlot, syncFrame, wireVersion, type Welcome } from '../wire.ts'
import { SharedSocket, type LineSocket } from './shared-socket.ts'

const pool = 'pool' as SectionId
const fields = 'fields' as SectionId

class FakeSocket implements LineSocket {
  binaryType = ''
  readyState = 1
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly sent: Uint8Array[] = []
  closed = false

  send(frame: Uint8Array<ArrayBuffer>): void {
    this.sent.push(frame)
  }

  close(): void {
    this.closed = true
  }

  says(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer })
  }

  welcomes(...slots: SectionId[]): void {
    const welcome: Welcome = {
      version: wireVersion,
      seq: 1,
      manifest: emptyManifest,
      rights: { role: 'expert', write: true, order: false, remark: false },
      slots,
    }
    this.says(inSlot(bookSlot, bookFrame('welcome', welcome)))
  }
}

let sockets: FakeSocket[]
let told: string[]
let shared: SharedSocket
const latest = () => sockets.at(-1) as FakeSocket

beforeEach(() => {
  vi.useFakeTimers()
  sockets = []
  told = []
  shared = new SharedSocket({
    connect: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    bookMessage: (message) => told.push(message.type),
    lineOpen: () => told.push('open'),
    lineLost: () => told.push('lost'),
    lineRefused: (reason) => told.push(`refused: ${reason}`),
    chance: () => 0.5,
  })
})
afterEach(() => {
  shared.close()
  vi.useRealTimers()
})

const rider = (section: SectionId) => {
  const heard: string[] = []
  const getOff = shared.ride(section, {
    opened: () => heard.push('opened'),
    received: (message) => heard.push(`received ${message.length}`),
    ask: () => heard.push('asked'),
    lost: (code) => heard.push(`lost ${code}`),
  })
  return { heard, getOff }
}

describe('one line for a whole book', () => {
  it('carries each section’s messages to its own rider, in its own slot', () => {
    const one = rider(pool)
    const other = rider(fields)
    latest().welcomes(pool, fields)
    const message = syncFrame('step1', new Uint8Array([0]))
    latest().says(inSlot(2, message))
    expect(one.heard).toEqual(['opened'])
    expect(other.heard).toEqual(['opened', `received ${message.length}`])
    shared.send(fields, message)
    expect(latest().sent).toEqual([inSlot(2, message)])
  })

  it('says nothing before the server has said welcome', () => {
    rider(pool)
    shared.send(pool, new Uint8Array([3]))
    expect(latest().sent).toEqual([])
  })

  it('comes back by itself, with growing pauses, and tells its riders both times', () => {
    const one = rider(pool)
    latest().welcomes(pool)
    const pauses = [200, 400, 800, 1600, 3200, 5000, 5000]
    for (const [i, pause] of pauses.entries()) {
      latest().onclose?.({ code: 1006, reason: '' })
      vi.advanceTimersByTime(pause - 1)
      expect(sockets).toHaveLength(i + 1)
      vi.advanceTimersByTime(1)
      expect(sockets).toHaveLength(i + 2)
    }
    expect(one.heard.slice(0, 2)).toEqual(['opened', 'lost 1006'])
    const again = rider(pool)
    latest().welcomes(pool)
    expect(again.heard).toEqual(['opened'])
    expect(told.at(-1)).toBe('open')
  })

  it('goes at once when told to hurry', () => {
    latest().onclose?.({ code: 1006, reason: '' })
    shared.hurry()
    expect(sockets).toHaveLength(2)
    shared.hurry()
    expect(sockets, 'it is connecting already').toHaveLength(2)
  })

  it('stays away when the server says that coming back is pointless', () => {
    latest().onclose?.({ code: 4403, reason: 'not-for-your-role' })
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(1)
    expect(told).toEqual(['refused: not-for-your-role'])
  })

  it('gives up a line that has gone silent, without waiting for the network to admit it', () => {
    const one = rider(pool)
    latest().welcomes(pool)
    vi.advanceTimersByTime(25_000)
    expect(one.heard, 'it may just have nothing to say').toContain('asked')
    vi.advanceTimersByTime(20_000)
    expect(sockets[0]?.closed).toBe(true)
    expect(one.heard).toContain('lost 4000')
    expect(told).toContain('lost')
  })

  it('makes sure of a line that only seems open when the page comes back', () => {
    const one = rider(pool)
    latest().welcomes(pool)
    vi.advanceTimersByTime(10_000)
    shared.hurry()
    expect(one.heard).not.toContain('asked')
    vi.advanceTimersByTime(11_000)
    shared.hurry()
    expect(one.heard).toContain('asked')
    vi.advanceTimersByTime(1_000)
    latest().says(inSlot(1, new Uint8Array([3])))
    vi.advanceTimersByTime(10_000)
    expect(sockets, 'it answered').toHaveLength(1)
    vi.advanceTimersByTime(11_000)
    shared.hurry()
    vi.advanceTimersByTime(2_000)
    expect(sockets, 'it did not').toHaveLength(2)
  })

  it('carries what concerns the book itself in slot 0, when there is a line', () => {
    expect(shared.sendBook(flushedFrame(1))).toBe(false)
    latest().welcomes(pool)
    expect(shared.sendBook(flushedFrame(1))).toBe(true)
    expect(latest().sent).toEqual([inSlot(bookSlot, flushedFrame(1))])
  })

  it('lets a section that was added later get on', () => {
    latest().welcomes(pool)
    const fact = { type: 'section:added', section: fields, heading: 'Velden', slot: null, after: pool }
    latest().says(inSlot(bookSlot, bookFrame('fact', { seq: 2, fact })))
    const late = rider(fields)
    return Promise.resolve().then(() => expect(late.heard).toEqual(['opened']))
  })
})
