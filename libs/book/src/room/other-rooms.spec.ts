import { HandBus, HandClock, pool, fields, sportBook } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { OtherRooms } from './other-rooms.ts'
import { encodeRoomMessage, readRoomMessage, type RoomMessage } from './room-message.ts'

const messages: readonly RoomMessage[] = [
  { type: 'carets', section: pool, bytes: Uint8Array.of(1, 2, 3) },
  { type: 'carets-wanted' },
  { type: 'closing', round: 'round-1', sections: [pool, fields] },
  { type: 'flushed', round: 'round-1' },
]

/** Two rooms of a book on two servers, as far as they talk; `pages` flush when they are told to. */
function twoRooms() {
  const [bus, clock] = [new HandBus(), new HandClock()]
  const heard: string[] = []
  const flushing: (() => void)[] = []
  const rooms = [0, 1].map((server) => {
    const own = bus.of(server)
    const room: OtherRooms = new OtherRooms({
      book: sportBook.id,
      bus: own,
      clock,
      carets: (section) => heard.push(`${server}: carets in ${section}`),
      ownCarets: () => [],
      letFlush: () => new Promise((resolve) => flushing.push(resolve)),
    })
    own.listen(sportBook.id, 0, { recorded: () => undefined, told: (message) => room.hear(message) })
    return { room, tell: (message: Uint8Array) => own.tell(sportBook.id, message) }
  })
  const settle = async () => {
    for (let i = 0; i < 5; i++) {
      bus.deliver()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { rooms: rooms as [(typeof rooms)[0], (typeof rooms)[0]], clock, heard, flushing, settle }
}

describe('what rooms of a book tell each other', () => {
  it.each(messages)('arrives as it was: $type', (message) => {
    expect(readRoomMessage(encodeRoomMessage(message))).toEqual(message)
  })

  it('is passed over when it is of a later version, or cannot be read', async () => {
    const { rooms, heard, settle } = twoRooms()
    await rooms[0].tell(Uint8Array.of(200, 1, 2, 3))
    await rooms[0].tell(Uint8Array.of(0, 250))
    await rooms[0].tell(new Uint8Array())
    rooms[0].room.shareCarets(pool, Uint8Array.of(0))
    await settle()
    expect(heard).toEqual([`1: carets in ${pool}`])
  })

  it('[LOCK-3] ends a round when the other server has answered, and not before', async () => {
    const { rooms, flushing, settle } = twoRooms()
    let over = false
    void rooms[0].room.letFlush([pool]).then(() => (over = true))
    await settle()
    expect([flushing.length, over]).toEqual([1, false])
    flushing[0]?.()
    await settle()
    expect(over).toBe(true)
  })

  it('[LOCK-3] ends a round of nobody at once, and one without an answer after its time', async () => {
    const { rooms, clock, settle } = twoRooms()
    let over = 0
    void rooms[0].room.letFlush([pool]).then(() => (over += 1))
    await settle()
    clock.turn(2_250)
    await settle()
    expect(over).toBe(1)
    const [bus, alone] = [new HandBus(), new HandClock()]
    const nobody = new OtherRooms({
      ...{ book: sportBook.id, bus: bus.of(0), clock: alone },
      carets: () => undefined,
      ownCarets: () => [],
      letFlush: () => Promise.resolve(),
    })
    await nobody.letFlush([pool])
  })
})
