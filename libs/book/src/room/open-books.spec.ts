import type { BookEntry, BookId } from '@witboek/domain'
import { anActor, fields, HandClock, InMemoryBookLog, Participant, pool, sportBook } from '@witboek/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BookRoom } from './book-room.ts'
import { OpenBooks } from './open-books.ts'
import { closeCode } from '../wire.ts'

const book = sportBook.id
const noor = anActor('expert', 'Noor')

/** A log that counts how often a book is read from the start, and that can fail. */
class CountingLog extends InMemoryBookLog {
  loads = 0
  fail = false

  override latestSnapshot(id: BookId) {
    this.loads += 1
    return super.latestSnapshot(id)
  }

  override append(id: BookId, head: number, entries: readonly BookEntry[]) {
    return this.fail ? Promise.reject(new Error('no disk')) : super.append(id, head, entries)
  }
}

let log: CountingLog
let clock: HandClock
let open: OpenBooks
let givenUp: unknown[]

beforeEach(async () => {
  log = new CountingLog()
  clock = new HandClock()
  givenUp = []
  const added = (section: typeof pool): BookEntry => ({
    kind: 'fact',
    person: noor.person,
    at: clock.now(),
    fact: { type: 'section:added', section, heading: 'Zwembad', slot: null, after: null },
  })
  await log.append(book, 0, [added(pool), added(fields)])
  open = new OpenBooks({
    log,
    clock,
    bus: null,
    rightsNow: () => Promise.resolve(() => null),
    noted: () => undefined,
    gaveUp: (_book, cause) => givenUp.push(cause),
  })
})

const moment = () => new Promise((resolve) => setImmediate(resolve))

/** Delivers, commits and reads until it is quiet. */
async function settle(room: BookRoom, ...people: Participant[]): Promise<void> {
  for (let i = 0; i < 12; i++) {
    for (const person of people) {
      person.deliver(room)
      person.read()
    }
    clock.turn(10)
    await moment()
  }
}

describe('the open books of a server', () => {
  it('opens a book once, however many come at the same time', async () => {
    const rooms = await Promise.all([1, 2, 3].map((n) => open.join(book, new Participant(anActor('expert', `E${n}`)))))
    expect(new Set(rooms).size).toBe(1)
    expect(log.loads).toBe(1)
  })

  it('keeps a book for a minute after the last has gone, then lets it go with a snapshot', async () => {
    const writer = new Participant(noor)
    const room = await open.join(book, writer)
    writer.read()
    writer.types('blijft', { in: pool })
    await settle(room, writer)
    open.leave(room, writer)
    clock.turn(59_000)
    expect(await open.room(book), 'a page that reloads finds it warm').toBe(room)
    clock.turn(61_000)
    await moment()
    await moment()
    expect((await log.latestSnapshot(book))?.seq).toBe(room.seq)
    const again = await open.room(book)
    expect(again).not.toBe(room)
    const reader = new Participant(anActor('expert', 'Bram'))
    await open.join(book, reader)
    reader.read()
    reader.doc(pool)
    await settle(again, reader)
    expect(reader.text(pool)).toBe('blijft')
  })

  it('does not let go of a book that somebody is in', async () => {
    const writer = new Participant(noor)
    const room = await open.join(book, writer)
    clock.turn(600_000)
    await moment()
    expect(await open.room(book)).toBe(room)
    expect(writer.closedWith).toBeNull()
  })

  it('[I4] opens afresh after a room was given up, and takes the edits that were never shown', async () => {
    const writer = new Participant(noor)
    const room = await open.join(book, writer)
    writer.read()
    writer.doc(pool)
    await settle(room, writer)
    log.fail = true
    writer.types('eerst mislukt', { in: pool })
    await settle(room, writer)
    expect(givenUp).toHaveLength(1)
    expect(writer.closedWith?.code).toBe(closeCode.tryAgain)
    log.fail = false
    const next = await open.room(book)
    expect(next).not.toBe(room)
  })

  it('closes with everything durable, and tells everyone to come back', async () => {
    const writer = new Participant(noor)
    const room = await open.join(book, writer)
    writer.read()
    writer.doc(pool)
    await settle(room, writer)
    writer.types('net op tijd', { in: pool })
    writer.deliver(room)
    const closed = open.close()
    for (let i = 0; i < 5; i++) {
      clock.turn(10)
      await moment()
    }
    await closed
    expect(writer.closedWith).toEqual({ code: closeCode.moving, reason: 'moving' })
    const entries = await log.read(book, { after: 0, limit: 100 })
    expect(entries.filter(({ kind }) => kind === 'edit')).toHaveLength(1)
    expect((await log.latestSnapshot(book))?.seq).toBe(entries.length)
  })
})
